import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type MatchedInvoices, matchCancellations } from '@core/domain/imports/orders'
import { DAY_MS } from '@core/kernel/calendar'
import { makePrivateFolder } from '@local/private-files'
import { ImportError } from './import-error'
import type { ImportOptions } from './options'
import type { Progress } from './progress'
import { DirtyRows, writeRowReport } from './row-report'
import { type RowCounts, stageFile } from './stage-file'
import { type Fate, openStaging, type StagedFigures, type Staging } from './staging'

type Pieces = Pick<MatchedInvoices, 'piecesSold' | 'piecesKept'>

/** A file that was read: its rows, what became of them, and what they come to. */
export type Staged = {
  staging: Staging
  rows: RowCounts
  figures: StagedFigures
  fates: Record<Fate, number>
  pieces: Pieces
  rowReport: string
  dirtyLines: string[]
}

/** How a file is read, and real time: rows dated later than tomorrow are wrong. */
export type StageTools = { progress: Progress; now: () => number }

/**
 * Reads a whole file and writes what became of each row; rejects with an `ImportError` when there
 * is nothing to import.
 */
export async function stage(
  options: ImportOptions,
  folder: string,
  { progress, now }: StageTools,
): Promise<Staged> {
  makePrivateFolder(folder)
  deleteAbandoned(folder)
  const staging = openStaging(join(folder, `rows-${process.pid}.db`))
  const dirty = new DirtyRows()
  const rowReport = join(folder, 'row-report.csv')
  try {
    progress.begin('读取文件', 1)
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

/** Deletes the staging files of imports that were killed. */
function deleteAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^rows-(\d+)(?:-shop)?\.db$/.exec(name)?.[1])
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
