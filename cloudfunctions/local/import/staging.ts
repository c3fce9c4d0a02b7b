import { rmSync } from 'node:fs'
import type { Invoice, InvoiceLine } from '@core/domain/imports/orders'
import type { ImportRow } from '@core/domain/imports/row'
import { makePrivateFile } from '@local/private-files'
import Database from 'libsql'

/** Rows of one INSERT: SQLite binds at most 32,766 values, and larger ones are not faster. */
const INSERT_ROWS = 100
/** Shanghai is eight hours ahead of UTC; a day is a whole number of these after that. */
const LOCAL_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

// Nothing here outlives the command, so the file needs no journal and no sync.
const SCHEMA = `
  PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000;
  CREATE TABLE row (
    customer TEXT NOT NULL, number TEXT NOT NULL, at INTEGER NOT NULL, line INTEGER NOT NULL,
    code TEXT NOT NULL, title TEXT NOT NULL, unit INTEGER NOT NULL, quantity INTEGER NOT NULL,
    amount INTEGER NOT NULL
  )`

// An invoice with several times takes the earliest. One that as a whole gives money back is a
// cancellation whatever its number.
const SEAL = `
  CREATE INDEX by_invoice ON row (customer, number, line);
  CREATE TABLE invoice AS SELECT customer, number, MIN(at) AS at, SUM(amount) AS amount,
    (SUM(amount) < 0 OR (:prefix <> '' AND substr(number, 1, length(:prefix)) = :prefix)) AS cancels
    FROM row GROUP BY customer, number;
  CREATE INDEX by_customer ON invoice (customer, number)`

const FIGURES = `
  WITH buyer AS (
    SELECT COUNT(DISTINCT (at + ${LOCAL_MS}) / ${DAY_MS}) AS days
    FROM invoice WHERE NOT cancels GROUP BY customer)
  SELECT COUNT(DISTINCT customer) AS customers, COUNT(*) AS invoices,
    COALESCE(SUM(cancels), 0) AS cancellations,
    COALESCE(SUM(CASE WHEN cancels THEN 0 ELSE amount END), 0) AS salesFen,
    COALESCE(SUM(amount), 0) AS netFen, MAX(at) AS latest,
    (SELECT COUNT(*) FROM buyer) AS buyers,
    (SELECT COUNT(*) FROM buyer WHERE days > 1) AS repeatBuyers
  FROM invoice`

const LINES = `
  SELECT number, invoice.at AS at, cancels, code, title, unit, quantity, row.amount AS amount
  FROM invoice JOIN row USING (customer, number) WHERE customer = ? ORDER BY number, line`

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

/** The rows of a file, sorted on disk, so that memory does not grow with the file. */
export interface Staging {
  add(line: number, row: ImportRow): void
  /** Ends adding and returns the totals. */
  seal(cancelPrefix: string): StagedFigures
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
  const insert = new RowInsert(database)
  return {
    add: (line, row) => insert.add(line, row),
    seal: (prefix) => {
      insert.flush()
      database.exec('COMMIT')
      return seal(database, prefix)
    },
    customers: (after) => customersOf(database, after),
    numbers: (size) => numbersOf(database, size),
    discard: () => {
      database.close()
      rmSync(file, { force: true })
    },
  }
}

/** Collects rows and inserts many at once, which is twice as fast. */
class RowInsert {
  private values: unknown[] = []
  private rows = 0
  private readonly full: Database.Statement

  constructor(private readonly database: Database.Database) {
    this.full = this.prepare(INSERT_ROWS)
  }

  add(line: number, row: ImportRow): void {
    const { customer, invoice, at, sku, title, unitFen, quantity, amountFen } = row
    this.values.push(customer, invoice, at, line, sku, title, unitFen, quantity, amountFen)
    this.rows += 1
    if (this.rows === INSERT_ROWS) this.run(this.full)
  }

  flush(): void {
    if (this.rows > 0) this.run(this.prepare(this.rows))
  }

  private run(statement: Database.Statement): void {
    statement.run(this.values)
    this.values = []
    this.rows = 0
  }

  private prepare(rows: number): Database.Statement {
    const places = Array<string>(rows).fill('(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')
    return this.database.prepare(`INSERT INTO row VALUES ${places}`)
  }
}

type FigureRow = StagedFigures & { _metadata?: unknown }

function seal(database: Database.Database, prefix: string): StagedFigures {
  const quoted = `'${prefix.replaceAll("'", "''")}'`
  database.exec(SEAL.replaceAll(':prefix', quoted))
  // The driver adds a field of its own to what it gets.
  const { _metadata: _own, ...figures } = database.prepare(FIGURES).get() as FigureRow
  return figures
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
  code: string
  title: string
  unit: number
  quantity: number
  amount: number
}

/** Rows in the order of their invoices → invoices. */
function invoicesOf(rows: readonly StagedLine[]): Invoice[] {
  const invoices: (Invoice & { lines: InvoiceLine[] })[] = []
  for (const { number, at, cancels, code, title, unit, quantity, amount } of rows) {
    const line = { code, title, unitFen: unit, quantity, amountFen: amount }
    const last = invoices.at(-1)
    if (last?.number === number) last.lines.push(line)
    else invoices.push({ number, at, isCancellation: cancels === 1, lines: [line] })
  }
  return invoices
}
