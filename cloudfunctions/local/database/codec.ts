import { invalidParameter } from './errors'
import { patternOf } from './pattern'
import type { Document, Value } from './values'

/**
 * Extended JSON, both ways. The SDK sends its canonical form; we store and return numbers plain and
 * dates as `{"$date":{"$numberLong":"ms"}}`, which the SDK reads back to the same values — so a
 * stored text can be returned as it is.
 */

/** Reads what the SDK sent or what we stored. `now` settles `db.serverDate()`. */
export function decode(text: string, now: number): Value {
  return revive(JSON.parse(text) as Value, now)
}

/** Reads a document that must be an object. */
export function decodeDocument(text: string, now: number): Document {
  const value = decode(text, now)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidParameter('a document was expected')
  }
  return value as Document
}

/** Reads a stored text: by then every date is settled. */
export function decodeStored(text: string): Document {
  return revive(JSON.parse(text) as Value, 0) as Document
}

/** The text that is stored and sent back; `undefined` fields disappear. */
export function encode(value: Value): string {
  return JSON.stringify(plain(value))
}

/** Replaces extended forms in place; the value must come directly from `JSON.parse`. */
function revive(value: Value, now: number): Value {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const item = value[i]
      if (typeof item === 'object' && item !== null) value[i] = revive(item, now)
    }
    return value
  }
  const fields = value as Document
  const keys = Object.keys(fields)
  const first = keys[0]
  if (first !== undefined && first.charCodeAt(0) === DOLLAR) {
    const reader = READERS[first]
    if (reader) return reader(fields[first] as Value, now)
  }
  for (const key of keys) {
    const item = fields[key]
    if (typeof item === 'object' && item !== null) fields[key] = revive(item, now)
  }
  return fields
}

const DOLLAR = 36

const READERS: Record<string, (value: Value, now: number) => Value> = {
  $numberInt: (value) => Number(value),
  $numberLong: (value) => Number(value),
  $numberDouble: (value) => Number(value),
  $numberDecimal: (value) => Number(value),
  $oid: (value) => textIn(value),
  $date: (value) => new Date(typeof value === 'string' ? value : numberIn(value)),
  $regularExpression: (value) => {
    const { pattern, options } = value as Document
    return patternOf(textIn(pattern), textIn(options))
  },
  $tcb_server_date: (value, now) => new Date(now + numberIn((value as Document).offset ?? 0)),
  $binary: () => {
    throw invalidParameter('binary values are not stored here: put files into cloud storage')
  },
}

function textIn(value: Value | undefined): string {
  return typeof value === 'string' ? value : ''
}

function numberIn(value: Value): number {
  return Number(typeof value === 'object' && value !== null ? Object.values(value)[0] : value)
}

/** The same value where JSON can represent it, else a copy with extended forms. */
function plain(value: Value): Value {
  if (typeof value === 'number') return plainNumber(value)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: value.flags } }
  }
  if (Array.isArray(value)) {
    const items = value.map(plain)
    return items.some((item, i) => item !== value[i]) ? items : value
  }
  let copy: Document | undefined
  for (const key of Object.keys(value)) {
    const item = value[key] as Value
    const replaced = plain(item)
    if (replaced !== item) (copy ??= { ...value })[key] = replaced
  }
  return copy ?? value
}

function plainNumber(value: number): Value {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value
  return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) }
}
