import { command, type Database } from '@core/data/database'
import type { Stage } from '@core/data/options'
import {
  DIGITS,
  IN_KIND,
  IN_REMARK,
  IN_TITLE,
  metParts,
  WHOLE,
} from '@core/domain/catalog/product-match'
import {
  entriesOf,
  isAllFound,
  type ProductQuery,
  type QueryTerm,
  readQuery,
} from '@core/domain/catalog/product-query'
import {
  type Candidate,
  comparePlaces,
  type Place,
  placeOf,
  rankHits,
} from '@core/domain/catalog/product-ranking'
import { PAGE_SIZE } from '@core/kernel/limits'
import {
  offSale,
  type ProductOrder,
  rareTokens,
  type TokenFilter,
  wantedTokens,
} from '@core/kernel/search-tokens'
import { PRODUCT_SORTS } from './products'

const $ = command.aggregate

/**
 * Products read from one entry of the index, in the sort order: more pages than anybody turns, and
 * a bound on what a search for a common word reads.
 */
export const WALK_MAX = 400

/** Bytes of the largest row of a walk: an id, a digit for each of a query's terms, two values. */
const ROW_BYTES = 400

/** What is searched for, and what it is narrowed to. */
type WordFilter = TokenFilter & { word: string; order?: ProductOrder; cursor?: string }

/** A page of the products found by a word. */
type WordPage = {
  ids: string[]
  next: string | null
  /** Products found in all; `isExact` is false when there may be more that were not looked at. */
  total: number
  isExact: boolean
  /** What the first product has of the word, when no product is quite that; otherwise `null`. */
  near: { kind: 'mention' | 'part'; parts: string[] } | null
}

const NOTHING: WordPage = { ids: [], next: null, total: 0, isExact: true, near: null }

/**
 * A page of the products found by a word, in one round: every term of the word and every filter is
 * an entry of the index, walked in the sort order, and the database says which terms each product
 * there has.
 */
export async function findByWord(db: Database, search: WordFilter): Promise<WordPage> {
  const query = readQuery(search.word)
  if (!query) return NOTHING
  const { order = 'default', cursor } = search
  const { found, isComplete } = await candidatesOf(db, query, search)
  const { hits, near } = rankHits(found, query, order)
  const [best] = hits
  const start = readPlace(cursor)
  const compare = comparePlaces(order)
  const rest = start ? hits.filter((hit) => compare(placeOf(hit), start) > 0) : hits
  const page = rest.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  return {
    ids: page.map(({ id }) => id),
    next: last && rest.length > page.length ? writePlace(placeOf(last)) : null,
    total: hits.length,
    isExact: isComplete,
    near: best && near ? { kind: near, parts: metParts(query, best.met) } : null,
  }
}

type Row = { _id: string; met: string; at: number; isIn: boolean }

async function candidatesOf(
  db: Database,
  query: ProductQuery,
  filter: WordFilter,
): Promise<{ found: Candidate[]; isComplete: boolean }> {
  const { order = 'default', isOffSale = false } = filter
  const [path] = PRODUCT_SORTS[order]
  const project = {
    met: metBy(query, isOffSale),
    at: `$${path}`,
    isIn: $.setIsSubset([wantedTokens(filter), '$tokens']),
  }
  const walked = await walkEntries<Row>(db, { query, filter, project }, ROW_BYTES)
  const found = new Map(walked.rows.filter(({ isIn }) => isIn).map((row) => [row._id, row]))
  return {
    found: [...found.values()].map(({ _id: id, met, at }) => ({ id, met, at })),
    isComplete: walked.isQueryRead || walked.readTokens.size > 0,
  }
}

type Walk = {
  query: ProductQuery | null
  filter: TokenFilter & { order?: ProductOrder }
  project: Record<string, unknown>
  /** Also walks from the token that all products have. */
  isWhole?: boolean
}

/** What the walks from all entries read. */
type Walked<T> = {
  rows: T[]
  /** Whether all that has the whole query was read, whatever the filters are. */
  isQueryRead: boolean
  /** The filters whose products were all read, by token. */
  readTokens: ReadonlySet<string>
}

/**
 * Walks the index from every term of a query and every filter, side by side. Without either it is
 * walked from the token that all products have.
 */
export async function walkEntries<T>(
  db: Database,
  { query, filter, project, isWhole = false }: Walk,
  rowBytes: number,
): Promise<Walked<T>> {
  const { order = 'default', isOffSale } = filter
  const rare = rareTokens(filter)
  const terms = query ? entriesOf(query, { isNarrowed: rare.length > 0 }) : []
  const tokenOf = ({ text }: QueryTerm) => (isOffSale ? offSale(text) : text)
  const all = isWhole || rare.length + terms.length === 0 ? wantedTokens({ isOffSale }) : []
  const entries = [...new Set([...rare, ...terms.map(tokenOf), ...all])]
  const reads = await Promise.all(
    entries.map((token) =>
      db.aggregate<T>('products', [...walkFrom(token, order), ['project', project]], {
        limit: WALK_MAX,
        rowBytes,
      }),
    ),
  )
  const read = new Set(entries.filter((_, at) => (reads[at]?.length ?? 0) < WALK_MAX))
  return {
    rows: reads.flat(),
    isQueryRead:
      query !== null && isAllFound(query, new Set(terms.filter((t) => read.has(tokenOf(t))))),
    readTokens: new Set([...rare, ...all].filter((token) => read.has(token))),
  }
}

function walkFrom(token: string, order: ProductOrder): Stage[] {
  const [path, direction] = PRODUCT_SORTS[order]
  const sign = direction === 'asc' ? 1 : -1
  return [
    ['match', { tokens: token }],
    ['sort', { [path]: sign, _id: sign }],
    ['limit', WALK_MAX],
  ]
}

/** The digits of `product-match.ts`, one for each term, put together by the database. */
export function metBy({ terms }: ProductQuery, isOffSale: boolean): unknown {
  const token = isOffSale ? $.concat([offSale(''), '$$this']) : '$$this'
  const place = $.switch({
    branches: [
      { case: $.lt(['$$at', 0]), then: 0 },
      { case: $.lt(['$$at', $.ifNull(['$ends.title', 0])]), then: IN_TITLE },
      { case: $.lt(['$$at', $.ifNull(['$ends.kind', 0])]), then: IN_KIND },
    ],
    default: IN_REMARK,
  })
  const whole = $.cond([$.in(['$$this', $.ifNull(['$words', []])]), WHOLE, 0])
  const at = $.indexOfArray(['$tokens', token])
  const digit = $.let({ vars: { at }, in: $.arrayElemAt([[...DIGITS], $.add([place, whole])]) })
  return $.reduce({
    input: terms.map(({ text }) => text),
    initialValue: '',
    in: $.concat(['$$value', digit]),
  })
}

const writePlace = ({ covered, strength, at, id }: Place): string =>
  [covered, strength, at, id].join('~')

/** `null` without a cursor; a malformed one starts from the first page. */
function readPlace(cursor: string | undefined): Place | null {
  const parts = /^(\d{1,3})~(\d{1,4})~(-?\d{1,16})~(.+)$/.exec(cursor ?? '')
  if (!parts) return null
  const [covered = 0, strength = 0, at = 0] = parts.slice(1, 4).map(Number)
  return { covered, strength, at, id: parts[4] ?? '' }
}

/** How many products there are; `isExact` is false when there may be more. */
export type ProductCount = Pick<WordPage, 'total' | 'isExact'>

/** Products looked at to count those with several filters. */
const COUNTED_MAX = 1_000

/** How many products a list without a word has. */
export async function countListed(db: Database, filter: TokenFilter): Promise<ProductCount> {
  const [first, ...rest] = wantedTokens(filter)
  if (rest.length === 0)
    return { total: await db.count('products', { tokens: first }), isExact: true }
  const isIn = $.cond([$.setIsSubset([rest, '$tokens']), 1, 0])
  const [sums] = await db.aggregate<{ seen: number; total: number }>(
    'products',
    [
      ['match', { tokens: first }],
      ['limit', COUNTED_MAX],
      ['group', { _id: null, seen: $.sum(1), total: $.sum(isIn) }],
    ],
    { limit: 1, rowBytes: ROW_BYTES },
  )
  return { total: sums?.total ?? 0, isExact: (sums?.seen ?? 0) < COUNTED_MAX }
}
