import { PAGE_SIZE } from '@core/kernel/limits'
import type { Conditions } from './conditions'
import { command, type Database, type Query } from './database'
import type { CollectionName, DocumentOf } from './documents'
import type { Reading } from './sizes'

/** A page of documents and the cursor of the next one; `null` when this is the last. */
export type DocumentPage<T> = { items: T[]; next: string | null }

/** The field a list is sorted by (documents with equal values by `_id`), and the direction. */
export type Sort = readonly [path: string, direction: 'asc' | 'desc']

/** Which page to read. `where` has an index that ends in the field of `sortBy` and in `_id`. */
export type PageQuery = {
  where: Conditions
  sortBy: Sort
  cursor: string | undefined
  /** `PAGE_SIZE` without it. */
  size?: number
} & Reading

/** The position of a document in a list sorted by a number and then by `_id`. */
type Place = { at: number; id: string }

/** Reads a page in one call: a range of the index from where the cursor points. */
export async function findPage<C extends CollectionName>(
  db: Database,
  collection: C,
  query: PageQuery,
): Promise<DocumentPage<DocumentOf<C>>> {
  const read = await db.find(collection, pageQuery(query))
  return pageOf(read as (DocumentOf<C> & { _id: string })[], query)
}

/** Documents of one page where all are read: as many as the service gives. */
const ALL_PAGE_SIZE = 999

/**
 * Everything that matches, page by page: for reads whose number nobody bounds. Name the few fields
 * that are needed; all of it is in memory at the end.
 */
export async function findAll<C extends CollectionName>(
  db: Database,
  collection: C,
  query: Omit<PageQuery, 'cursor'> & { fields: readonly string[] },
): Promise<DocumentOf<C>[]> {
  // A page reads one document more than it has.
  const most = (query.size ?? ALL_PAGE_SIZE) + 1
  const size = db.rowsThatHold(collection, { fields: query.fields }, most) - 1
  const all: DocumentOf<C>[] = []
  let cursor: string | undefined
  do {
    const page = await findPage(db, collection, { ...query, size, cursor })
    all.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return all
}

/** The query behind a page: it asks for one document more than fits, to see whether any follow. */
export function pageQuery(page: PageQuery): Query {
  const { where, sortBy, cursor, size = PAGE_SIZE, ...reading } = page
  const [path, direction] = sortBy
  return {
    where: fromCursor(where, sortBy, cursor),
    orderBy: [
      [path, direction],
      ['_id', direction],
    ],
    limit: size + 1,
    ...reading,
  }
}

/** The page in what `pageQuery` read. */
export function pageOf<T extends { _id: string }>(
  read: readonly T[],
  { sortBy: [path], size = PAGE_SIZE }: Pick<PageQuery, 'sortBy' | 'size'>,
): DocumentPage<T> {
  const items = read.slice(0, size)
  const last = items.at(-1)
  const hasMore = read.length > size && last !== undefined
  return { items, next: hasMore ? cursorAfter(last, [path]) : null }
}

/** The cursor of what follows a document in a list. */
export const cursorAfter = (document: { _id: string }, [path]: readonly [string, ...unknown[]]) =>
  writeCursor({ at: numberAt(document, path), id: document._id })

/** The page with every item converted. */
export const mapPage = <T, U>(page: DocumentPage<T>, convert: (item: T) => U): DocumentPage<U> => ({
  items: page.items.map(convert),
  next: page.next,
})

/**
 * The condition for what follows a place in a list sorted by `path` and `_id`, both in one
 * direction. Equal values are compared by `_id`, so documents of the same moment are not skipped.
 */
export function after(
  path: string,
  place: { at: number | string; id: string },
  direction: 'asc' | 'desc',
): Conditions {
  const beyond = direction === 'asc' ? command.gt : command.lt
  return command.or([
    { [path]: beyond(place.at) },
    { [path]: place.at, _id: beyond(place.id) },
  ] as never) as unknown as Conditions
}

/**
 * `conditions` and, when there is a cursor, only what follows it. The plain bound is implied by the
 * "or" and only there so that the database enters the index where the page begins.
 */
function fromCursor(
  conditions: Conditions,
  [path, direction]: Sort,
  cursor: string | undefined,
): Conditions {
  const place = readCursor(cursor)
  if (!place) return conditions
  const bound = { [path]: (direction === 'asc' ? command.gte : command.lte)(place.at) }
  const rest = after(path, place, direction)
  return command.and([conditions, bound, rest] as never) as unknown as Conditions
}

/** A cursor is the place of the last document shown, so that new documents do not shift pages. */
const writeCursor = ({ at, id }: Place): string => `${at}~${id}`

/** `null` without a cursor; a malformed one starts from the first page. */
function readCursor(cursor: string | undefined): Place | null {
  const parts = /^(-?\d{1,16})~(.+)$/.exec(cursor ?? '')
  return parts ? { at: Number(parts[1]), id: parts[2] ?? '' } : null
}

/** The number at a dotted path; 0 when there is none. */
function numberAt(document: object, path: string): number {
  let value: unknown = document
  for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key]
  return typeof value === 'number' ? value : 0
}
