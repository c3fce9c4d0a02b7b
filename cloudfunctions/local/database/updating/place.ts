import { type Found, fieldOf, setField } from '../comparison'
import { failed } from '../expressions/language'
import { type Document, isDocument, type Value } from '../values'

/** A field of an object, or a position of an array, that an update acts on. */
export type Place = { holder: Document | Value[]; key: string }

/** An array is not extended with nulls beyond this, as on the server. */
const PADDING_MAX = 1_500_000

/**
 * The place a path leads to; undefined where there is none. With `makes` the way is made: objects
 * where nothing was, and an error where a scalar or the wrong kind of array stands.
 */
export function placeOf(document: Document, path: string, makes: boolean): Place | undefined {
  const segments = path.split('.')
  const key = segments.pop() as string
  let holder: Document | Value[] = document
  for (const segment of segments) {
    const next: Found = valueIn({ holder, key: segment })
    if (Array.isArray(next) || isDocument(next)) holder = next
    else if (!makes) return undefined
    else if (next !== undefined) throw blocked({ holder, key: segment }, path)
    else {
      refuseWrongKey({ holder, key: segment }, path)
      const made: Document = {}
      writeAt({ holder, key: segment }, made)
      holder = made
    }
  }
  const place = { holder, key }
  if (makes) refuseWrongKey(place, path)
  return place
}

/** What is at a place. */
export function valueIn({ holder, key }: Place): Found {
  if (!Array.isArray(holder)) return fieldOf(holder, key)
  return isPosition(key) ? holder[Number(key)] : undefined
}

/** Writes at a place; an array is filled with nulls up to a new position. */
export function writeAt({ holder, key }: Place, value: Value): void {
  if (!Array.isArray(holder)) return setField(holder, key, value)
  const at = Number(key)
  if (at - holder.length > PADDING_MAX) {
    throw failed(`can't backfill more than ${PADDING_MAX} elements`)
  }
  while (holder.length < at) holder.push(null)
  holder[at] = value
}

/** Removes a field; a position of an array becomes null, so that the others keep theirs. */
export function removeAt(place: Place): void {
  const { holder, key } = place
  if (valueIn(place) === undefined) return
  if (Array.isArray(holder)) holder[Number(key)] = null
  else delete holder[key]
}

const isPosition = (key: string): boolean => /^(0|[1-9]\d*)$/.test(key)

function refuseWrongKey(place: Place, path: string): void {
  if (Array.isArray(place.holder) && !isPosition(place.key)) throw blocked(place, path)
}

function blocked({ key }: Place, path: string): Error {
  return failed(`Cannot create field '${key}' in path '${path}'`)
}
