import { rmSync } from 'node:fs'
import { importedOrderId, importedRefundId, linesDigest } from '@core/data/imports/ids'
import { HOUR_MS, type Instant } from '@core/kernel/calendar'
import { formatFen } from '@core/kernel/money'
import { makePrivateFile } from '@local/private-files'
import Database from 'libsql'
import { toImported } from './batches'
import { BulkInsert } from './bulk-insert'
import type { Shop } from './shop'
import type { StagedCustomer, Staging } from './staging'

/** How the file and the shop differ, in orders and cancellations. */
export type Differences = {
  same: number
  differing: number
  onlyInFile: number
  /** Brought by this import, and not in the file any more. */
  onlyInShop: number
}

/** An order, or a cancellation, of the file or the shop or both. */
export type Difference = {
  kind: 'orders' | 'refunds'
  verdict: keyof Differences
  number: string
  /** What differs, for the shop's owner. */
  what: string
}

/** The file beside what the shop keeps of its source. */
export interface Comparison {
  differences: Differences
  /** Every order and cancellation, by kind and number. */
  all(): Iterable<Difference>
  /** Customers of the file of whom something differs or is lacking. */
  differingCustomers(): Iterable<StagedCustomer>
  /** What only the shop has of this import, as lists of ids. */
  onlyInShop(kind: 'orders' | 'refunds', size: number): Iterable<string[]>
  discard(): void
}

const SCHEMA = `
  PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000;
  CREATE TABLE file (id TEXT PRIMARY KEY, kind TEXT, number TEXT, customer TEXT, at INTEGER,
    fen INTEGER, back INTEGER, digest TEXT) WITHOUT ROWID;
  CREATE TABLE shop (id TEXT PRIMARY KEY, kind TEXT, number TEXT, name TEXT, at INTEGER,
    fen INTEGER, back INTEGER, digest TEXT) WITHOUT ROWID`

// What was imported before digests were kept has none: its lines are not compared.
const COMPARED = `
  CREATE TABLE compared AS
  SELECT file.id, file.kind, file.number, customer, CASE WHEN shop.id IS NULL THEN 'onlyInFile'
    WHEN file.at = shop.at AND file.fen = shop.fen AND file.back = shop.back
      AND (shop.digest = '' OR file.digest = shop.digest) THEN 'same'
    ELSE 'differing' END AS verdict
    FROM file LEFT JOIN shop ON shop.id = file.id
  UNION ALL
  SELECT id, kind, number, '', 'onlyInShop' FROM shop
    WHERE name = ? AND id NOT IN (SELECT id FROM file)`

const INDEXES = `
  CREATE INDEX by_number ON compared (kind, number, id);
  CREATE INDEX by_customer ON compared (customer, verdict)`

const PAGE = `
  SELECT compared.kind, verdict, compared.number, compared.id, file.at, file.fen, file.back,
    shop.at AS shopAt, shop.fen AS shopFen, shop.back AS shopBack,
    shop.digest <> '' AND file.digest <> shop.digest AS hasOtherLines
  FROM compared LEFT JOIN file ON file.id = compared.id LEFT JOIN shop ON shop.id = compared.id
  WHERE (compared.kind, compared.number, compared.id) > (?, ?, ?)
  ORDER BY compared.kind, compared.number, compared.id LIMIT ?`

/** Rows read at a time. */
const ROWS_READ = 2_000

/** Compares what is staged with what the shop keeps; nothing is changed. */
export async function compareWithShop(request: {
  staging: Staging
  shop: Shop
  source: string
  name: string
  file: string
}): Promise<Comparison> {
  const { staging, file, source, name } = request
  rmSync(file, { force: true })
  makePrivateFile(file)
  const database = new Database(file)
  const discard = () => {
    database.close()
    rmSync(file, { force: true })
  }
  try {
    database.exec(SCHEMA)
    database.exec('BEGIN')
    addFile(database, staging, source)
    await addShop(database, request)
    database.prepare(COMPARED).run(name)
    database.exec(INDEXES)
    database.exec('COMMIT')
  } catch (error) {
    discard()
    throw error
  }
  return {
    differences: differencesIn(database),
    all: () => allOf(database),
    differingCustomers: () => differingOf(database, staging),
    onlyInShop: (kind, size) => onlyInShopOf(database, kind, size),
    discard,
  }
}

function addFile(database: Database.Database, staging: Staging, source: string): void {
  const insert = new BulkInsert(database, 'file', 8)
  for (const customer of staging.customers('')) {
    const { externalId, orders, refunds } = toImported(customer)
    for (const { number, paidAt, paidFen, refundedFen, lines } of orders) {
      const id = importedOrderId(source, externalId, number)
      const sums = [paidAt, paidFen, refundedFen, linesDigest(lines)]
      insert.add([id, 'orders', number, externalId, ...sums])
    }
    for (const { number, at, fen, unmatchedFen } of refunds) {
      const id = importedRefundId(source, externalId, number)
      insert.add([id, 'refunds', number, externalId, at, fen, unmatchedFen, ''])
    }
  }
  insert.flush()
}

async function addShop(
  database: Database.Database,
  { shop, source }: { shop: Shop; source: string },
): Promise<void> {
  const insert = new BulkInsert(database, 'shop', 8)
  for (const kind of ['orders', 'refunds'] as const) {
    for (let after: string | undefined; ; ) {
      const { items, next } = await shop.call('imports.stored', { source, kind, after })
      for (const { id, number, name, at, fen, backFen, digest } of items) {
        insert.add([id, kind, number, name ?? '', at, fen, backFen, digest])
      }
      if (next === null) break
      after = next
    }
  }
  insert.flush()
}

function differencesIn(database: Database.Database): Differences {
  const differences = { same: 0, differing: 0, onlyInFile: 0, onlyInShop: 0 }
  const rows = database.prepare('SELECT verdict, COUNT(*) AS n FROM compared GROUP BY verdict')
  for (const { verdict, n } of rows.all() as { verdict: keyof Differences; n: number }[]) {
    differences[verdict] = n
  }
  return differences
}

type PageRow = Omit<Difference, 'what'> & {
  id: string
  at: number
  fen: number
  back: number
  shopAt: number
  shopFen: number
  shopBack: number
  hasOtherLines: number
}

function* allOf(database: Database.Database): Generator<Difference> {
  const next = database.prepare(PAGE)
  for (let last = ['', '', '']; ; ) {
    const rows = next.all(...last, ROWS_READ) as PageRow[]
    for (const row of rows) {
      const { kind, verdict, number } = row
      yield { kind, verdict, number, what: verdict === 'differing' ? whatDiffers(row) : '' }
    }
    const end = rows.at(-1)
    if (!end || rows.length < ROWS_READ) return
    last = [end.kind, end.number, end.id]
  }
}

function whatDiffers(row: PageRow): string {
  const back = row.kind === 'orders' ? '退款' : '没有对应销售的部分'
  return [
    row.at === row.shopAt ? '' : between('时间', [row.at, row.shopAt].map(formatInstant)),
    row.fen === row.shopFen ? '' : between('金额', [row.fen, row.shopFen].map(formatFen)),
    row.back === row.shopBack ? '' : between(back, [row.back, row.shopBack].map(formatFen)),
    row.hasOtherLines ? '商品行不同' : '',
  ]
    .filter((part) => part !== '')
    .join('；')
}

/** How far Shanghai is ahead of UTC. */
const AHEAD_MS = 8 * HOUR_MS

const formatInstant = (at: Instant): string =>
  new Date(at + AHEAD_MS).toISOString().slice(0, 16).replace('T', ' ')

const between = (what: string, [file, shop]: readonly string[]): string =>
  `${what}：文件里 ${file}，店里 ${shop}`

function* differingOf(database: Database.Database, staging: Staging): Generator<StagedCustomer> {
  const differs = database.prepare(
    "SELECT 1 FROM compared WHERE customer = ? AND verdict IN ('differing', 'onlyInFile') LIMIT 1",
  )
  for (const customer of staging.customers('')) {
    if (differs.get(customer.externalId)) yield customer
  }
}

function* onlyInShopOf(
  database: Database.Database,
  kind: 'orders' | 'refunds',
  size: number,
): Generator<string[]> {
  const next = database.prepare(
    `SELECT id FROM compared WHERE verdict = 'onlyInShop' AND kind = ? AND id > ?
      ORDER BY id LIMIT ?`,
  )
  for (let after = ''; ; ) {
    const ids = (next.all(kind, after, size) as { id: string }[]).map(({ id }) => id)
    if (ids.length === 0) return
    yield ids
    after = ids.at(-1) ?? after
  }
}
