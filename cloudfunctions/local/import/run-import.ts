import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { IMPORT_COUNTED_MAX, type ImportCounts, type ImportSummary } from '@core/contract/imports'
import { type MatchedInvoices, matchCancellations } from '@core/domain/imports/orders'
import { DAY_MS, type Day, dayOf } from '@core/kernel/calendar'
import { makePrivateFolder } from '@local/private-files'
import { Checkpoint, IMPORT_START, type ImportPosition } from './checkpoint'
import { ImportError } from './import-error'
import type { ImportOptions } from './options'
import type { Progress } from './progress'
import { DirtyRows, writeRowReport } from './row-report'
import { sendCustomers } from './send'
import type { Shop } from './shop'
import { type RowCounts, stageFile } from './stage-file'
import { type Fate, openStaging, type StagedFigures, type Staging } from './staging'

/** What an import works with besides its options. */
export type ImportTools = {
  openShop: (dataDir: string) => Promise<Shop>
  progress: Progress
  /** Real time: rows dated later than tomorrow are wrong. */
  now: () => number
}

/** The result of an import. Stages and recencies are counted in the shop's database. */
export type ImportReport = Omit<RowCounts, 'staged'> &
  Omit<StagedFigures, 'latest'> &
  ImportCounts & {
    asOf: Day
    source: string
    /** Together they are all rows: lines sold, come back, come back beyond what was sold … */
    keptRows: number
    returnedRows: number
    beyondRows: number
    /** … of orders that were closed, unpaid or refunded, unusable, sums and repeated headers. */
    noSaleRows: number
    dirtyRows: number
    skippedRows: number
    piecesSold: number
    /** Never more than were sold, nor less than 0. */
    piecesKept: number
    /** Where to read what became of each row. */
    rowReport: string
    stages: ImportSummary['stages']
    recencies: ImportSummary['recencies']
    /** The usual days between two orders of this source; `null` while no customer bought twice. */
    gapDays: number | null
    seconds: number
  }

/** The report, and the dirty rows for the screen. */
export type ImportResult = { report: ImportReport; dirtyLines: string[] }

/**
 * Imports an order history: reads the whole file first, so that a file that cannot be used changes
 * nothing; then sends what the shop does not have; then reviews the customers as of the day.
 */
export async function runImport(options: ImportOptions, tools: ImportTools): Promise<ImportResult> {
  const begun = tools.now()
  const folder = join(options.dataDir, 'import')
  const staged = await stage(options, folder, tools)
  try {
    const shop = await tools.openShop(options.dataDir)
    try {
      const asOf = options.asOf ?? dayOf(staged.figures.latest)
      const mark = await Checkpoint.of(folder, options)
      const counts = await send(staged, { options, mark, shop, progress: tools.progress })
      const gapDays = await review(shop, { ...options, asOf }, tools.progress)
      const { stages, recencies } = await count(staged.staging, shop, options.source)
      mark.clear()
      const seconds = Math.round((tools.now() - begun) / 100) / 10
      const ofShop = { stages, recencies, ...counts, asOf, source: options.source, gapDays }
      return { report: { ...reportOf(staged), ...ofShop, seconds }, dirtyLines: staged.dirtyLines }
    } finally {
      await shop.close()
    }
  } finally {
    tools.progress.end()
    staged.staging.discard()
  }
}

type Pieces = Pick<MatchedInvoices, 'piecesSold' | 'piecesKept'>

type Staged = {
  staging: Staging
  rows: RowCounts
  figures: StagedFigures
  fates: Record<Fate, number>
  pieces: Pieces
  rowReport: string
  dirtyLines: string[]
}

async function stage(
  options: ImportOptions,
  folder: string,
  { progress, now }: ImportTools,
): Promise<Staged> {
  makePrivateFolder(folder)
  deleteAbandonedStaging(folder)
  const staging = openStaging(join(folder, `rows-${process.pid}.db`))
  const dirty = new DirtyRows()
  const rowReport = join(folder, 'row-report.csv')
  try {
    progress.begin('Reading the file', 1)
    const rows = await stageFile({
      ...options,
      reading: { ...options, latest: now() + DAY_MS },
      staging,
      dirty,
      onProgress: (share) => progress.reach(share),
    })
    const figures = staging.seal(options.cancelPrefix)
    const pieces = settlePieces(staging)
    await writeRowReport(rowReport, staging.fates())
    refuseWithoutRows(options.file, rows, dirty)
    const fates = staging.fateCounts()
    return { staging, rows, figures, fates, pieces, rowReport, dirtyLines: dirty.shown(rowReport) }
  } catch (error) {
    progress.end()
    staging.discard()
    throw error
  }
}

/** Settles every customer's orders to see what was kept, and which rows return too much. */
function settlePieces(staging: Staging): Pieces {
  const pieces = { piecesSold: 0, piecesKept: 0 }
  for (const { invoices } of staging.customers('')) {
    const { piecesSold, piecesKept, beyondSold } = matchCancellations(invoices)
    pieces.piecesSold += piecesSold
    pieces.piecesKept += piecesKept
    staging.tellBeyond(beyondSold)
  }
  return pieces
}

function refuseWithoutRows(file: string, { rows, staged }: RowCounts, dirty: DirtyRows): void {
  if (staged > 0) return
  const why =
    dirty.firstLine === undefined
      ? 'none is a sale to a customer'
      : `${dirty.count} cannot be read (${dirty.firstLine})`
  throw new ImportError(`${file} has no row to import: of ${rows}, ${why}.`)
}

function reportOf({ rows, figures, fates, pieces, rowReport }: Staged) {
  const { staged: _staged, ...counted } = rows
  const { latest: _latest, ...totals } = figures
  return {
    ...counted,
    ...totals,
    ...pieces,
    keptRows: fates.kept,
    returnedRows: fates.returned,
    beyondRows: fates.beyond,
    noSaleRows: fates.noSale,
    dirtyRows: fates.dirty,
    skippedRows: fates.skipped,
    rowReport,
  }
}

/** Deletes the staging files of imports that were killed. */
function deleteAbandonedStaging(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^rows-(\d+)\.db$/.exec(name)?.[1])
    if (pid > 0 && pid !== process.pid && !isAlive(pid)) rmSync(join(folder, name))
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

type Sending = { options: ImportOptions; mark: Checkpoint; shop: Shop; progress: Progress }

async function send(
  { staging, figures }: Staged,
  { options: { source }, mark, shop, progress }: Sending,
): Promise<ImportCounts> {
  const orders = figures.invoices - figures.cancellations
  progress.begin('Sending the orders', Math.max(1, orders))
  return sendCustomers({
    staging,
    shop,
    source,
    from: await resumePosition(mark, shop, source),
    onPosition: (reached) => {
      mark.write(reached)
      progress.reach(Math.min(orders, reached.orders))
    },
  })
}

/** A checkpoint counts only if the shop still has its orders: it may have been reset since. */
async function resumePosition(
  mark: Checkpoint,
  shop: Shop,
  source: string,
): Promise<ImportPosition> {
  const reached = mark.read()
  if (reached.orders === 0) return IMPORT_START
  const { orders } = await shop.call('imports.summary', { source })
  return orders >= reached.orders ? reached : IMPORT_START
}

async function review(
  shop: Shop,
  { source, asOf }: { source: string; asOf: Day },
  progress: Progress,
): Promise<number | null> {
  const { customers } = await shop.call('imports.summary', { source })
  progress.begin('Reviewing customers', Math.max(1, customers))
  const { shopGapDays } = await shop.call('imports.learn', { source })
  let reviewed = 0
  for (let after: string | undefined; ; ) {
    const page = await shop.call('imports.review', { source, asOf, after })
    reviewed += page.reviewed
    progress.reach(Math.min(customers, reviewed))
    if (page.next === null) return shopGapDays
    after = page.next
  }
}

/** Counts the customers of this file in the database; the source may have others. */
async function count(
  staging: Staging,
  shop: Shop,
  source: string,
): Promise<Pick<ImportSummary, 'stages' | 'recencies'>> {
  const counted: Pick<ImportSummary, 'stages' | 'recencies'>[] = []
  for (const externalIds of staging.numbers(IMPORT_COUNTED_MAX)) {
    counted.push(await shop.call('imports.summary', { source, externalIds }))
  }
  return {
    stages: added(counted.map((one) => one.stages)),
    recencies: added(counted.map((one) => one.recencies)),
  }
}

const added = <K extends string>(all: Record<K, number>[]): Record<K, number> =>
  all.reduce((sums, one) => {
    const names = Object.keys(one) as K[]
    return Object.fromEntries(names.map((name) => [name, (sums[name] ?? 0) + one[name]])) as never
  })
