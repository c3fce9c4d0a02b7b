import { createWriteStream, rmSync, type WriteStream } from 'node:fs'
import { dirname } from 'node:path'
import type { RowError } from '@core/domain/imports/row'
import { makePrivateFolder, PRIVATE_FILE } from '@local/private-files'
import type { RecordError } from './csv-records'

/** Dirty rows shown on the screen; all of them are in the file. */
const SHOWN_MAX = 20
/** Characters of a wrong text that are shown. */
const TEXT_SHOWN_MAX = 60

const RECORD_REASONS: Record<RecordError, string> = {
  QUOTE_NOT_CLOSED: 'a quote is not closed',
  TEXT_AFTER_QUOTE: 'text after a closing quote',
  WRONG_CELLS: 'the number of cells is not that of the header',
  LINE_TOO_LONG: 'the line is too long',
}

/** Why a record cannot be read, for people. */
export const recordReason = (error: RecordError): string => RECORD_REASONS[error]

/** Why a row cannot be used, for people, with the wrong text. */
export function rowReason(error: RowError): string {
  switch (error.code) {
    case 'MISSING':
      return `${error.field} is missing`
    case 'TOO_LONG':
      return `${error.field} ${shown(error.text)} is too long`
    case 'NOT_A_NUMBER':
      return error.field === 'quantity'
        ? `quantity ${shown(error.text)} is not a whole number`
        : `price ${shown(error.text)} is not a number`
    case 'NOT_A_TIME':
      return `at ${shown(error.text)} is not a time (see --day-first)`
    case 'IN_THE_FUTURE':
      return `at ${shown(error.text)} is in the future`
    case 'TOO_LARGE':
      return `${shown(error.text)} is too large an amount`
  }
}

const shown = (text: string): string =>
  JSON.stringify(text.length > TEXT_SHOWN_MAX ? `${text.slice(0, TEXT_SHOWN_MAX)}…` : text)

/** Collects unusable rows: the first ones for the screen, all in a file in the data folder. */
export class DirtyRows {
  count = 0
  private readonly first: string[] = []
  private out: WriteStream | null = null

  constructor(readonly file: string) {
    rmSync(file, { force: true })
  }

  /** The first of them, if any. */
  get firstLine(): string | undefined {
    return this.first[0]
  }

  add(line: number, reason: string): void {
    const text = `line ${line}: ${reason}`
    this.count += 1
    if (this.first.length < SHOWN_MAX) this.first.push(text)
    if (!this.out) {
      makePrivateFolder(dirname(this.file))
      this.out = createWriteStream(this.file, { mode: PRIVATE_FILE })
    }
    this.out.write(`${text}\n`)
  }

  /** Ends the file; returns the lines for the screen. */
  async close(): Promise<string[]> {
    const { out } = this
    if (!out) return []
    await new Promise((resolve) => out.end(resolve))
    const more = this.count - this.first.length
    return more > 0 ? [...this.first, `and ${more} more, all in ${this.file}`] : this.first
  }
}
