import type { Catalog } from './catalog'
import { decodeStored } from './codec'
import { nameOf } from './key'
import { filterOf } from './language'
import { type Sort, sorted } from './order'
import { type Plan, planFor } from './planner'
import { scan } from './scan'
import type { Stored, Table } from './table'
import type { Document } from './values'

/** A look at more documents than this, without an index to narrow it, is worth a warning. */
export const UNINDEXED_EXAMINED_MAX = 300

/** What a query asks; without `limit` all that match. */
export type Selection = { condition: Document; sort?: Sort; skip?: number; limit?: number }

/** How a query was answered. */
export type QueryReport = {
  collection: string
  /** Name of the index, `_id_`, `union`, or `none`. */
  index: string
  /** Documents read from the store. */
  examined: number
  returned: number
}

/** Told of every query, and of those that should have had an index. */
export type ReaderHooks = {
  onQuery?: (report: QueryReport) => void
  onWarning?: (message: string) => void
}

/**
 * What a transaction sees otherwise than the committed state: by `_id` key, text or null for
 * absent.
 */
export type Overlay = ReadonlyMap<string, { key: Buffer; text: string | null }>

/** A document that was found; parsed when first looked into. */
export class FoundDocument {
  private parsed: Document | undefined

  constructor(
    readonly key: Buffer,
    readonly text: string,
    /** The row, or -1 for one that exists only inside a transaction. */
    readonly rid: number,
  ) {}

  get document(): Document {
    return (this.parsed ??= decodeStored(this.text))
  }
}

/** Answers queries: index first, then the filter, then what a transaction sees differently. */
export class Reader {
  constructor(
    private readonly catalog: Catalog,
    private readonly hooks: ReaderHooks,
  ) {}

  /** The documents that match, in order. */
  select(table: Table, selection: Selection, overlay?: Overlay): FoundDocument[] {
    const { condition, sort = [], skip = 0, limit = Infinity } = selection
    const plan = planFor(table, condition, sort)
    const isSorted = plan.kind === 'index' ? plan.walk.isSorted : sort.length === 0
    const wanted = isSorted ? skip + limit : Infinity
    const isExact = plan.kind === 'index' && plan.walk.isExact
    const matches = isExact && !overlay?.size ? () => true : filterOf(condition)
    const found: FoundDocument[] = []
    let examined = 0
    for (const stored of wanted > 0 ? scan(this.catalog.tables, table, plan) : []) {
      examined += 1
      const one = asSeen(stored, overlay)
      if (!one || !(isExact || matches(one.document))) continue
      found.push(one)
      if (found.length >= wanted) break
    }
    const own = overlay ? written(overlay).filter((one) => matches(one.document)) : []
    const isOrdered = (isSorted && own.length === 0) || sort.length === 0
    const all = own.length > 0 ? [...found, ...own] : found
    const ordered = isOrdered ? all : sorted(all, (one) => one.document, sort)
    const page = skip === 0 && ordered.length <= limit ? ordered : ordered.slice(skip, skip + limit)
    this.report(table, plan, { examined, returned: page.length })
    return page
  }

  /** How many match; counted in the index alone when it covers the whole condition. */
  count(table: Table, condition: Document): number {
    const plan = planFor(table, condition, [])
    if (plan.kind === 'index' && plan.walk.isExact) {
      const sql = `SELECT count(*) FROM ${plan.walk.index.table} WHERE key >= ? AND key < ?`
      const counts = plan.walk.ranges.map(
        ({ low, high }) => this.catalog.tables.rows(sql, [low, high])[0]?.[0] as number,
      )
      this.report(table, plan, { examined: 0, returned: 1 })
      return counts.reduce((sum, count) => sum + count, 0)
    }
    if (Object.keys(condition).length === 0) {
      const sql = `SELECT count(*) FROM ${table.documents}`
      return this.catalog.tables.rows(sql, [])[0]?.[0] as number
    }
    return this.select(table, { condition }).length
  }

  private report(table: Table, plan: Plan, counts: { examined: number; returned: number }): void {
    const collection = table.name
    const index = planName(plan, table)
    this.hooks.onQuery?.({ collection, index, ...counts })
    const isNarrowed = plan.kind === 'union' || (plan.kind === 'index' && plan.walk.isNarrowed)
    if (isNarrowed || counts.examined <= UNINDEXED_EXAMINED_MAX) return
    this.hooks.onWarning?.(
      `unindexed scan: ${collection} examined ${counts.examined} documents ` +
        `for ${counts.returned} (index ${index})`,
    )
  }
}

function asSeen(stored: Stored, overlay: Overlay | undefined): FoundDocument | undefined {
  if (overlay?.has(nameOf(stored.key))) return undefined
  return new FoundDocument(stored.key, stored.text, stored.rid)
}

function written(overlay: Overlay): FoundDocument[] {
  return [...overlay.values()].flatMap(({ key, text }) =>
    text === null ? [] : [new FoundDocument(key, text, -1)],
  )
}

function planName(plan: Plan, table: Table): string {
  if (plan.kind === 'all') return 'none'
  if (plan.kind === 'union') return 'union'
  return plan.walk.index.table === table.documents ? '_id_' : plan.walk.index.name
}
