import { customerOf, type RowReading, readRow } from '@core/domain/imports/row'
import { type Columns, type Layout, layoutOf } from './columns'
import { type CsvRecord, CsvRecords } from './csv-records'
import { type DirtyRows, recordReason, rowReason } from './dirty-rows'
import { ImportError } from './import-error'
import type { Staging } from './staging'
import { openLines } from './text-lines'

/** The rows of a file, counted. */
export type RowCounts = { rows: number; rowsWithoutCustomer: number; staged: number }

/** How to stage a file, and where rows, dirty rows and progress go. */
export type StageRequest = {
  file: string
  columns: Columns
  reading: RowReading
  staging: Staging
  dirty: DirtyRows
  /** Called repeatedly with the share of the file that is read, 0 to 1. */
  onProgress: (share: number) => void
}

/**
 * Reads a file row by row into the staging. A row that cannot be used goes to `dirty` and the
 * rest continues; a file that cannot be used at all rejects with an `ImportError`.
 */
export async function stageFile(request: StageRequest): Promise<RowCounts> {
  const { file, onProgress } = request
  const source = await openLines(file)
  let reader: Reader | null = null
  for await (const lines of source.batches) {
    for (const text of lines) {
      if (reader) reader.line(text)
      else reader = new Reader(request, text)
    }
    onProgress(source.bytesRead() / source.bytes)
  }
  if (!reader) throw new ImportError(`${file} is empty.`)
  return reader.end()
}

/** Takes the lines below a header. */
class Reader {
  private readonly counts: RowCounts = { rows: 0, rowsWithoutCustomer: 0, staged: 0 }
  private readonly layout: Layout
  private readonly records: CsvRecords

  constructor(
    private readonly request: StageRequest,
    header: string,
  ) {
    this.layout = layoutOf(request.file, header, request.columns)
    this.records = new CsvRecords(this.layout.delimiter)
    this.records.push(header)
  }

  line(text: string): void {
    for (const record of this.records.push(text)) this.take(record)
  }

  end(): RowCounts {
    for (const record of this.records.end()) this.take(record)
    const { file, dirty } = this.request
    if (this.counts.rows === 0) throw new ImportError(`${file} has a header and no rows.`)
    if (this.counts.staged === 0) {
      const why =
        dirty.firstLine === undefined
          ? 'none has a customer'
          : `${dirty.count} cannot be read (${dirty.firstLine})`
      throw new ImportError(`${file} has no row to import: of ${this.counts.rows}, ${why}.`)
    }
    return this.counts
  }

  private take(record: CsvRecord): void {
    const { dirty, staging, reading } = this.request
    if ('error' in record) {
      this.counts.rows += 1
      return dirty.add(record.line, recordReason(record.error))
    }
    // Spreadsheets end in rows of delimiters alone.
    if (record.cells.every((cell) => cell.trim() === '')) return
    this.counts.rows += 1
    const raw = this.layout.toRow(record.cells)
    if (customerOf(raw) === '') {
      this.counts.rowsWithoutCustomer += 1
      return
    }
    const row = readRow(raw, reading)
    if (!row.ok) return dirty.add(record.line, rowReason(row.error))
    staging.add(record.line, row.value)
    this.counts.staged += 1
  }
}
