import { cutRecord } from './csv-cells'

/** Lines one record may span: an order line with more of them is a stray quote. */
const RECORD_LINES_MAX = 20
/** Characters of a line or a record; a longer one is not an order line. */
const RECORD_CHARS_MAX = 16_384

/** What is wrong with a record as such. */
export type RecordError = 'QUOTE_NOT_CLOSED' | 'TEXT_AFTER_QUOTE' | 'WRONG_CELLS' | 'LINE_TOO_LONG'

/** A record and the number of its first line in the file, the header's being 1. */
export type CsvRecord =
  | { line: number; cells: string[] }
  | { line: number; error: RecordError; text: string }

/**
 * Cuts lines into records and recovers from what is broken: when a quote does not close, or the
 * record it makes of several lines has the wrong number of cells, only the line with that quote is
 * given up and reading goes on with the next one. The first record decides how many cells there
 * are.
 */
export class CsvRecords {
  private open: string[] = []
  private width: number | null = null

  constructor(
    private readonly delimiter: string,
    /** Lines of the file above the first one pushed. */
    private line = 0,
  ) {}

  /** Adds the next line of the file; returns the records that it completes. */
  push(text: string): CsvRecord[] {
    this.line += 1
    return this.take(text)
  }

  /** Ends the file; returns the remaining records. */
  end(): CsvRecord[] {
    const records: CsvRecord[] = []
    while (this.open.length > 0) records.push(...this.giveUp('QUOTE_NOT_CLOSED'))
    return records
  }

  private take(text: string): CsvRecord[] {
    if (this.open.length === 0 && text.trim() === '') return []
    this.open.push(text)
    const whole = this.open.length === 1 ? text : this.open.join('\n')
    if (whole.length > RECORD_CHARS_MAX) {
      return this.giveUp(this.open.length === 1 ? 'LINE_TOO_LONG' : 'QUOTE_NOT_CLOSED')
    }
    const cut = cutRecord(whole, this.delimiter)
    if (cut.kind === 'open') {
      return this.open.length < RECORD_LINES_MAX ? [] : this.giveUp('QUOTE_NOT_CLOSED')
    }
    const isSingle = this.open.length === 1
    if (cut.kind === 'stray') return this.giveUp(isSingle ? 'TEXT_AFTER_QUOTE' : 'QUOTE_NOT_CLOSED')
    this.width ??= cut.cells.length
    if (cut.cells.length !== this.width) {
      return this.giveUp(isSingle ? 'WRONG_CELLS' : 'QUOTE_NOT_CLOSED')
    }
    const line = this.firstLine()
    this.open = []
    return [{ line, cells: cut.cells }]
  }

  /** Rejects the first open line and parses those after it again. */
  private giveUp(error: RecordError): CsvRecord[] {
    const line = this.firstLine()
    const [first = '', ...rest] = this.open
    const last = this.line
    this.open = []
    const records: CsvRecord[] = [{ line, error, text: first }]
    this.line = line
    for (const text of rest) {
      this.line += 1
      records.push(...this.take(text))
    }
    this.line = last
    return records
  }

  private firstLine(): number {
    return this.line - this.open.length + 1
  }
}
