import { FIRST } from './key'
import type { IndexWalk, KeyRange, Plan } from './planner'
import type { Cell, Row } from './sqlite'
import type { Stored, Table, Tables } from './table'

const PAGE_FIRST = 24
const PAGE_MAX = 400

/** Walks documents page by page, so that a reader who stops early has cost little. */
export function* scan(tables: Tables, table: Table, plan: Plan): Generator<Stored> {
  if (plan.kind === 'all') yield* scanAll(tables, table)
  else if (plan.kind === 'index') yield* distinct(scanIndex(tables, table, plan.walk))
  else {
    yield* distinct(
      (function* branches() {
        for (const walk of plan.walks) yield* scanIndex(tables, table, walk)
      })(),
    )
  }
}

function* distinct(documents: Generator<Stored>): Generator<Stored> {
  const seen = new Set<number>()
  for (const stored of documents) {
    if (seen.has(stored.rid)) continue
    seen.add(stored.rid)
    yield stored
  }
}

function* scanAll(tables: Tables, table: Table): Generator<Stored> {
  const sql = `SELECT rid, key, doc FROM ${table.documents} WHERE rid > ? ORDER BY rid LIMIT ?`
  let after = -1
  for (let page = PAGE_FIRST; ; page = Math.min(page * 4, PAGE_MAX)) {
    const rows = tables.rows(sql, [after, page])
    for (const [rid, key, doc] of rows) {
      yield { rid: rid as number, key: key as Buffer, text: doc as string }
      after = rid as number
    }
    if (rows.length < page) return
  }
}

type Entry = { order: Buffer; stored: Stored }

function* scanIndex(tables: Tables, table: Table, walk: IndexWalk): Generator<Stored> {
  const streams = walk.ranges.map((range) => scanRange({ tables, table, walk }, range))
  if (streams.length === 1 || !walk.isSorted) {
    for (const stream of streams) for (const { stored } of stream) yield stored
    return
  }
  yield* merged(streams, walk.isReverse)
}

/** Several ranges that are each in order, made one in order. */
function* merged(streams: Generator<Entry>[], isReverse: boolean): Generator<Stored> {
  const heads = streams.map((stream) => ({ stream, entry: stream.next().value as Entry }))
  let open = heads.filter(({ entry }) => entry !== undefined)
  while (open.length > 0) {
    const next = open.reduce((best, head) => {
      const difference = Buffer.compare(head.entry.order, best.entry.order)
      return (isReverse ? difference > 0 : difference < 0) ? head : best
    })
    yield next.entry.stored
    next.entry = next.stream.next().value as Entry
    if (next.entry === undefined) open = open.filter((head) => head !== next)
  }
}

type Place = { tables: Tables; table: Table; walk: IndexWalk }

function* scanRange({ tables, table, walk }: Place, range: KeyRange): Generator<Entry> {
  if (walk.isPoint && walk.index.table === table.documents) {
    const stored = tables.get(table, range.low)
    if (stored) yield { order: FIRST, stored }
    return
  }
  const { isReverse } = walk
  const way = isReverse ? 'DESC' : 'ASC'
  const sql =
    `SELECT i.key, i.rid, d.key, d.doc FROM ${walk.index.table} i ` +
    `CROSS JOIN ${table.documents} d ON d.rid = i.rid ` +
    `WHERE (i.key, i.rid) ${isReverse ? '<' : '>'} (?, ?) AND i.key ${isReverse ? '>=' : '<'} ? ` +
    `ORDER BY i.key ${way}, i.rid ${way} LIMIT ?`
  const end = isReverse ? range.low : range.high
  let cursor: readonly Cell[] = [isReverse ? range.high : range.low, -1]
  for (let page = PAGE_FIRST; ; page = Math.min(page * 4, PAGE_MAX)) {
    const rows = tables.rows(sql, [...cursor, end, page])
    for (const row of rows) yield entryOf(row, range.prefix)
    if (rows.length < page) return
    cursor = (rows[rows.length - 1] as Row).slice(0, 2)
  }
}

function entryOf([entryKey, rid, key, doc]: Row, prefix: number): Entry {
  return {
    order: (entryKey as Buffer).subarray(prefix),
    stored: { rid: rid as number, key: key as Buffer, text: doc as string },
  }
}
