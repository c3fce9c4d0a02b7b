import type { Conditions } from './conditions'
import { command } from './database'

/** A page of documents and where the next one begins. */
export type DocumentPage<T> = { items: T[]; next: string | null }

/** The place of a document in a list sorted by a number and then by `_id`. */
export type Place<At = number> = { at: At; id: string }

/** A cursor is the place of the last document shown, so that new ones do not shift the pages. */
export const writeCursor = ({ at, id }: Place): string => `${at}~${id}`

/** The place a cursor names; `null` for none. A cursor that is not ours begins anew. */
export function readCursor(cursor: string | undefined): Place | null {
  const parts = /^(-?\d{1,16})~(.+)$/.exec(cursor ?? '')
  return parts ? { at: Number(parts[1]), id: parts[2] ?? '' } : null
}

/**
 * The condition for what comes after a place in a list sorted by `path` and `_id`, both in one
 * direction. The two halves are told apart so that neither drops a document of the same moment.
 */
export function after(
  path: string,
  place: Place<number | string>,
  direction: 'asc' | 'desc',
): Conditions {
  const beyond = direction === 'asc' ? command.gt : command.lt
  return command.or([
    { [path]: beyond(place.at) },
    { [path]: place.at, _id: beyond(place.id) },
  ] as never) as unknown as Conditions
}

/**
 * `conditions` and, when there is a cursor, only what comes after it. The plain bound says no more
 * than the two halves do, but by it an index is entered where the page begins.
 */
export function fromCursor(
  conditions: Conditions,
  sort: { path: string; direction: 'asc' | 'desc'; cursor: string | undefined },
): Conditions {
  const place = readCursor(sort.cursor)
  if (!place) return conditions
  const rest = after(sort.path, place, sort.direction)
  const bound = { [sort.path]: (sort.direction === 'asc' ? command.gte : command.lte)(place.at) }
  return command.and([conditions, bound, rest] as never) as unknown as Conditions
}

/** The first `size` of the documents read (one more was asked for) and the next cursor. */
export function pageOf<T>(read: T[], size: number, placeOf: (item: T) => Place): DocumentPage<T> {
  const items = read.slice(0, size)
  const last = items.at(-1)
  return { items, next: read.length > size && last ? writeCursor(placeOf(last)) : null }
}
