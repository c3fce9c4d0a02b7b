import { join } from 'node:path'
import type { ImportCounts, ImportSummary } from '@core/contract/imports'
import { type Day, dayOf } from '@core/kernel/calendar'
import { Checkpoint, forgetPositions, IMPORT_START, type ImportPosition } from './checkpoint'
import { type Comparison, compareWithShop, type Differences } from './comparison'
import { shownDifferences, writeDifferences } from './difference-report'
import type { ImportOptions } from './options'
import { type PutRight, replaceDiffering, type TakenBack, undoImport } from './put-right'
import { count, review } from './review'
import { sendCustomers } from './send'
import type { Shop } from './shop'
import { type Staged, type StageTools, stage } from './stage'
import type { RowCounts } from './stage-file'
import type { StagedFigures } from './staging'

/** What an import works with besides its options. */
export type ImportTools = StageTools & { openShop: (dataDir: string) => Promise<Shop> }

/** The result of an import. Stages and recencies are counted in the shop's database. */
export type ImportReport = Omit<RowCounts, 'staged'> &
  Omit<StagedFigures, 'latest'> &
  ImportCounts & {
    asOf: Day
    source: string
    name: string
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
    /** How the file and the shop differed before; `null` when the shop had nothing of it. */
    differences: Differences | null
    /** Where to read it order by order. */
    differenceReport: string | null
    /** What replacing did; `null` when that was not asked for. */
    replaced: Omit<PutRight, keyof ImportCounts> | null
    stages: ImportSummary['stages']
    recencies: ImportSummary['recencies']
    /** The usual days between two orders of this source; `null` while no customer bought twice. */
    gapDays: number | null
    seconds: number
  }

/** The report, and the dirty rows and the differences for the screen. */
export type ImportResult = {
  report: ImportReport
  dirtyLines: string[]
  differenceLines: string[]
}

/**
 * Imports an order history: reads the whole file first, so that a file that cannot be used changes
 * nothing; compares it with what the shop has of its source; then sends what the shop does not
 * have, or puts right what differs; then reviews the customers as of the day.
 */
export async function runImport(options: ImportOptions, tools: ImportTools): Promise<ImportResult> {
  const begun = tools.now()
  const folder = join(options.dataDir, 'import')
  const staged = await stage(options, folder, tools)
  try {
    const shop = await tools.openShop(options.dataDir)
    try {
      const work = { options, folder, shop, staged, progress: tools.progress }
      const { differenceLines, ...done } = await withComparison(work)
      const asOf = options.asOf ?? dayOf(staged.figures.latest)
      const gapDays =
        options.mode === 'compare' ? null : await review(shop, { ...options, asOf }, tools.progress)
      const status = await count(staged.staging, shop, options.source)
      const { source, name } = options
      const seconds = Math.round((tools.now() - begun) / 100) / 10
      const ofShop = { ...done, ...status, asOf, source, name, gapDays, seconds }
      const report = { ...reportOf(staged), ...ofShop }
      return { report, differenceLines, dirtyLines: staged.dirtyLines }
    } finally {
      await shop.close()
    }
  } finally {
    tools.progress.end()
    staged.staging.discard()
  }
}

/** Takes an import back; its file is not read. */
export async function runUndo(options: ImportOptions, tools: ImportTools): Promise<TakenBack> {
  const shop = await tools.openShop(options.dataDir)
  try {
    forgetPositions(join(options.dataDir, 'import'))
    const { source, name, asOf } = options
    return await undoImport({ shop, source, name, progress: tools.progress }, asOf)
  } finally {
    tools.progress.end()
    await shop.close()
  }
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

type Work = {
  options: ImportOptions
  folder: string
  shop: Shop
  staged: Staged
  progress: ImportTools['progress']
}

const NOTHING_ADDED: ImportCounts = {
  customersAdded: 0,
  ordersAdded: 0,
  ordersUpdated: 0,
  refundsAdded: 0,
}

async function withComparison(work: Work) {
  const { options, folder, shop, staged } = work
  const { orders, refunds } = await shop.call('imports.summary', { source: options.source })
  if (orders + refunds === 0) {
    const counts = options.mode === 'compare' ? NOTHING_ADDED : await send(work)
    const none = { differences: null, differenceReport: null, replaced: null }
    return { ...counts, ...none, differenceLines: [] }
  }
  const file = join(folder, `rows-${process.pid}-shop.db`)
  const comparison = await compareWithShop({ ...options, staging: staged.staging, shop, file })
  try {
    const differenceReport = join(folder, 'difference-report.csv')
    await writeDifferences(differenceReport, comparison.all())
    const differenceLines = shownDifferences(comparison, differenceReport)
    const { differences } = comparison
    return { ...(await act(work, comparison)), differences, differenceReport, differenceLines }
  } finally {
    comparison.discard()
  }
}

async function act(work: Work, comparison: Comparison) {
  const { options, folder, shop, progress } = work
  if (options.mode === 'compare') return { ...NOTHING_ADDED, replaced: null }
  if (options.mode !== 'replace') return { ...(await send(work)), replaced: null }
  forgetPositions(folder)
  const { source, name } = options
  const done = await replaceDiffering(comparison, { shop, source, name, progress })
  const { ordersReplaced, refundsReplaced, removed, ...counts } = done
  return { ...counts, replaced: { ordersReplaced, refundsReplaced, removed } }
}

const COUNTS = ['customersAdded', 'ordersAdded', 'ordersUpdated', 'refundsAdded'] as const

async function send({ options, folder, shop, staged, progress }: Work): Promise<ImportCounts> {
  const { staging, figures } = staged
  const { source, name } = options
  const orders = figures.invoices - figures.cancellations
  progress.begin('发送订单', Math.max(1, orders))
  const mark = await Checkpoint.of(folder, options)
  const from = await resumePosition(mark, shop, source)
  const counts = { ...NOTHING_ADDED }
  await sendCustomers({
    customers: staging.customers(from.through),
    send: async (customers) => {
      const added = await shop.call('imports.apply', { source, name, customers })
      for (const one of COUNTS) counts[one] += added[one]
    },
    from,
    onPosition: (reached) => {
      mark.write(reached)
      progress.reach(Math.min(orders, reached.orders))
    },
  })
  mark.clear()
  return counts
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
