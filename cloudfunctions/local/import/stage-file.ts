import {
  type KeyField,
  type RawRow,
  type RowError,
  type RowReading,
  readRow,
} from '@core/domain/imports/row'
import { type Columns, HeaderError, type Layout, layoutOf } from './columns'
import { Continuation } from './continuation'
import { type CsvRecord, CsvRecords } from './csv-records'
import { ImportError } from './import-error'
import { isSecondHeader, isSum, nobodyNote, noteOf } from './row-kinds'
import type { DirtyRows } from './row-report'
import { FIELD_WORDS, recordReason, rowReason, ruinReason, shown } from './row-words'
import type { Staging } from './staging'
import { openLines } from './text-lines'

/** Lines that may stand above the header: a title, the day of the export. */
const LINES_ABOVE_HEADER_MAX = 10

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
 * rest continues; a file that has no rows at all rejects with an `ImportError`.
 */
export async function stageFile(request: StageRequest): Promise<RowCounts> {
  const { file, onProgress } = request
  const source = await openLines(file)
  const search = new HeaderSearch(request)
  let reader: Reader | null = null
  for await (const lines of source.batches) {
    for (const text of lines) {
      if (reader) reader.line(text)
      else reader = search.line(text)
    }
    onProgress(source.bytesRead() / source.bytes)
  }
  if (!reader) throw search.error ?? new ImportError(`${file} is empty.`)
  return reader.end()
}

/** Looks for the header, which may have a title above it. */
class HeaderSearch {
  /** Of the lines so far, the one that comes nearest to a header says what is wrong. */
  error: HeaderError | null = null
  private lines = 0

  constructor(private readonly request: StageRequest) {}

  /** The reader of what follows, when this line is the header. */
  line(text: string): Reader | null {
    this.lines += 1
    try {
      const layout = layoutOf(this.request.file, text, this.request.columns)
      return new Reader(this.request, layout, { text, line: this.lines })
    } catch (error) {
      if (!(error instanceof HeaderError)) throw error
      if (error.found > (this.error?.found ?? -2)) this.error = error
      if (this.lines >= LINES_ABOVE_HEADER_MAX) throw this.error ?? error
      return null
    }
  }
}

/** Takes the lines below a header. */
class Reader {
  private readonly counts: RowCounts = { rows: 0, rowsWithoutCustomer: 0, staged: 0 }
  private readonly records: CsvRecords
  private readonly continuation = new Continuation()
  /** Fields of which a number was seen that a spreadsheet had rounded. */
  private readonly rounded = new Set<KeyField>()

  constructor(
    private readonly request: StageRequest,
    private readonly layout: Layout,
    header: { text: string; line: number },
  ) {
    this.records = new CsvRecords(layout.delimiter, header.line - 1)
    this.records.push(header.text)
  }

  line(text: string): void {
    for (const record of this.records.push(text)) this.take(record)
  }

  end(): RowCounts {
    for (const record of this.records.end()) this.take(record)
    const { file, staging } = this.request
    if (this.counts.rows === 0) throw new ImportError(`${file} has a header and no rows.`)
    staging.takeRounded(this.rounded, ({ line, field, text }) => {
      this.counts.staged -= 1
      this.refuse(line, ruinReason(field, text, 'LAST_DIGITS_ZERO'))
    })
    return this.counts
  }

  private take(record: CsvRecord): void {
    if ('error' in record) {
      this.counts.rows += 1
      this.continuation.interrupt()
      return this.refuse(record.line, recordReason(record.error))
    }
    // Spreadsheets end in rows of delimiters alone.
    if (record.cells.every((cell) => cell.trim() === '')) return
    this.counts.rows += 1
    const raw = this.layout.toRow(record.cells)
    const skipped = this.skippedAs(raw, record.cells)
    if (skipped === null) return this.takeRow(record.line, raw)
    this.continuation.interrupt()
    this.request.staging.tell(record.line, 'skipped', skipped)
  }

  /** Why a record is no row of an order. */
  private skippedAs(raw: RawRow, cells: readonly string[]): string | null {
    if (this.layout.isHeader(cells)) return '又一行表头'
    if (isSum(raw, cells)) return '合计行'
    return this.counts.staged === 0 && isSecondHeader(raw) ? '第二行表头' : null
  }

  private takeRow(line: number, raw: RawRow): void {
    const { staging, reading } = this.request
    const filled = this.continuation.fill(raw)
    const read = readRow(filled, reading)
    switch (read.kind) {
      case 'nobody':
        this.counts.rowsWithoutCustomer += 1
        return staging.tell(line, 'nobody', nobodyNote(filled.customer))
      case 'noSale': {
        const state = shown(filled.state ?? '')
        const note = `订单 ${read.invoice} 的${FIELD_WORDS.state}是“${state}”，不算成交`
        return staging.tell(line, 'noSale', note)
      }
      case 'dirty':
        this.noteRounded(read.error)
        return this.refuse(line, rowReason(read.error))
      case 'line':
        staging.add(line, read.row, noteOf(raw, filled, read.row))
        this.counts.staged += 1
    }
  }

  private noteRounded(error: RowError): void {
    if (error.code === 'RUINED' && error.ruin === 'ROUNDED') this.rounded.add(error.field)
  }

  private refuse(line: number, reason: string): void {
    this.request.dirty.add(line, reason)
    this.request.staging.tell(line, 'dirty', reason)
  }
}
