import { rmSync } from 'node:fs'
import type { Invoice, InvoiceLine, ReturnBeyondSold } from '@core/domain/imports/orders'
import type { ImportRow, KeyField } from '@core/domain/imports/row'
import { areRounded, type LongNumbers } from '@core/domain/imports/ruined'
import { makePrivateFile } from '@local/private-files'
import Database from 'libsql'
import { BulkInsert } from './bulk-insert'
import {
  FATE_COUNTS,
  FATES,
  FIGURES,
  KEY_COLUMNS,
  LINES,
  longNumbers,
  SCHEMA,
  sealing,
  zeroEndedRows,
} from './staging-sql'

/** What the file holds, counted over the rows that are good and have a customer. */
export type StagedFigures = {
  customers: number
  invoices: number
  cancellations: number
  salesFen: number
  netFen: number
  buyers: number
  repeatBuyers: number
  /** The moment of the last invoice. */
  latest: number
}

/** A customer with all their invoices. */
export type StagedCustomer = { externalId: string; invoices: Invoice[] }

/**
 * What became of a row. `kept`: a line that was sold. `returned`: one that came back. `beyond`: one
 * of which more came back than had been sold. `noSale`: of an order that never was or was undone.
 * `nobody`: without a customer. `dirty`: ruined or illegible. `skipped`: a sum or a second header.
 */
export const FATES_OF_ROWS = [
  'kept',
  'returned',
  'beyond',
  'noSale',
  'nobody',
  'dirty',
  'skipped',
] as const
export type Fate = (typeof FATES_OF_ROWS)[number]

/** A row of the report. Of lines of orders, with what they say; `sold` of those beyond it. */
export type ToldRow = {
  line: number
  fate: Fate
  note: string
  number: string
  quantity: number
  amount: number
  refund: number
  sold: number
}

/** A row that was rounded, as the column shows that neighbours were too. */
type RoundedRow = { line: number; field: KeyField; text: string }

/** The rows of a file, sorted on disk, so that memory does not grow with the file. */
export interface Staging {
  add(line: number, row: ImportRow, note: string): void
  /** Remembers what became of a row that is no line of an order. */
  tell(line: number, fate: Fate, note: string): void
  /** Takes out rows with numbers of which the column shows that they were rounded. */
  takeRounded(seen: ReadonlySet<KeyField>, onRow: (row: RoundedRow) => void): void
  /** Ends adding and returns the totals; `cancelPrefix`: as declared, `null` for the known form. */
  seal(cancelPrefix: string | null): StagedFigures
  tellBeyond(returns: readonly ReturnBeyondSold[]): void
  fateCounts(): Record<Fate, number>
  /** What became of all rows, in the order of the file. */
  fates(): Iterable<ToldRow>
  /** Every customer after `after`, in the order of their numbers. */
  customers(after: string): Iterable<StagedCustomer>
  /** The numbers of all customers, in their order, in lists of `size`. */
  numbers(size: number): Iterable<string[]>
  /** Closes and removes the file. */
  discard(): void
}

/** Opens a staging file, replacing one from an earlier run. */
export function openStaging(file: string): Staging {
  rmSync(file, { force: true })
  makePrivateFile(file)
  const database = new Database(file)
  database.exec(SCHEMA)
  database.exec('BEGIN')
  const rows = new BulkInsert(database, 'row', 11)
  const told = new BulkInsert(database, 'told', 3)
  return {
    add: (line, row, note) => {
      const { customer, invoice, at, sku, title, unitFen, quantity, amountFen, refundFen } = row
      const goods = [sku, title, unitFen, quantity, amountFen, refundFen, note]
      rows.add([customer, invoice, at, line, ...goods])
    },
    tell: (line, fate, note) => told.add([line, fate, note]),
    takeRounded: (seen, onRow) => {
      rows.flush()
      for (const field of ['invoice', 'sku', 'customer'] as const) {
        takeRoundedOf(database, { field, isSeen: seen.has(field) }, onRow)
      }
    },
    seal: (prefix) => {
      rows.flush()
      told.flush()
      database.exec(sealing(prefix))
      database.exec('COMMIT')
      // The driver adds a field of its own to what it gets.
      const { _metadata: _own, ...figures } = database.prepare(FIGURES).get() as FigureRow
      return figures
    },
    tellBeyond: (returns) => {
      const beyond = new BulkInsert(database, 'beyond', 3)
      for (const { row, returned, sold } of returns) beyond.add([row, returned, sold])
      beyond.flush()
    },
    fateCounts: () => fateCountsOf(database),
    fates: () => fatesOf(database),
    customers: (after) => customersOf(database, after),
    numbers: (size) => numbersOf(database, size),
    discard: () => {
      database.close()
      rmSync(file, { force: true })
    },
  }
}

type FigureRow = StagedFigures & { _metadata?: unknown }

/** Rows read at a time. */
const ROWS_READ = 5_000

function takeRoundedOf(
  database: Database.Database,
  { field, isSeen }: { field: KeyField; isSeen: boolean },
  onRow: (row: RoundedRow) => void,
): void {
  const column = KEY_COLUMNS[field]
  const groups = database.prepare(longNumbers(column)).all() as LongNumbers[]
  if (!isSeen && !areRounded(groups)) return
  const { find, remove } = zeroEndedRows(column)
  const next = database.prepare(find)
  for (let after = 0; ; ) {
    const rows = next.all(after, ROWS_READ) as { line: number; text: string }[]
    for (const { line, text } of rows) onRow({ line, field, text })
    if (rows.length < ROWS_READ) break
    after = rows.at(-1)?.line ?? after
  }
  database.exec(remove)
}

function fateCountsOf(database: Database.Database): Record<Fate, number> {
  const counted = database.prepare(FATE_COUNTS).all() as { fate: Fate; count: number }[]
  const counts = new Map(counted.map(({ fate, count }) => [fate, count]))
  return Object.fromEntries(FATES_OF_ROWS.map((fate) => [fate, counts.get(fate) ?? 0])) as never
}

function* fatesOf(database: Database.Database): Generator<ToldRow> {
  const next = database.prepare(FATES)
  for (let after = 0; ; ) {
    const rows = next.all({ after, size: ROWS_READ }) as ToldRow[]
    yield* rows
    if (rows.length < ROWS_READ) return
    after = rows.at(-1)?.line ?? after
  }
}

/** Customers whose numbers are read at a time. */
const NUMBERS_READ = 1_000

function* numbersOf(database: Database.Database, size: number, after = ''): Generator<string[]> {
  const next = database.prepare(
    'SELECT DISTINCT customer FROM invoice WHERE customer > ? ORDER BY customer LIMIT ?',
  )
  for (let last = after; ; ) {
    const rows = next.all(last, size) as { customer: string }[]
    if (rows.length === 0) return
    yield rows.map(({ customer }) => customer)
    last = rows.at(-1)?.customer ?? last
  }
}

function* customersOf(database: Database.Database, after: string): Generator<StagedCustomer> {
  const lines = database.prepare(LINES)
  for (const numbers of numbersOf(database, NUMBERS_READ, after)) {
    for (const externalId of numbers) {
      yield { externalId, invoices: invoicesOf(lines.all(externalId) as StagedLine[]) }
    }
  }
}

type StagedLine = {
  number: string
  at: number
  cancels: number
  line: number
  code: string
  title: string
  unit: number
  quantity: number
  amount: number
  refund: number
}

/** Rows in the order of their invoices → invoices. */
function invoicesOf(rows: readonly StagedLine[]): Invoice[] {
  const invoices: (Invoice & { lines: InvoiceLine[] })[] = []
  for (const { number, at, cancels, line: row, unit, amount, refund, ...rest } of rows) {
    const { code, title, quantity } = rest
    const fen = { unitFen: unit, amountFen: amount, refundFen: refund }
    const line = { code, title, quantity, row, ...fen }
    const last = invoices.at(-1)
    if (last?.number === number) last.lines.push(line)
    else invoices.push({ number, at, isCancellation: cancels === 1, lines: [line] })
  }
  return invoices
}
