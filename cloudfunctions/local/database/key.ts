import { isDocument, type Value } from './values'

/**
 * Order-preserving keys: comparing the bytes of two keys compares the values as MongoDB does — by
 * type first (null, numbers, strings, objects, arrays, booleans, dates), then by value. No key is a
 * prefix of another, so keys of a compound index can simply be joined.
 */

/** The first byte of a key: the type, in MongoDB's order. A missing field counts as null. */
export const TAG = {
  emptyArray: 0x04,
  null: 0x05,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  array: 0x40,
  boolean: 0x60,
  date: 0x70,
  regex: 0x80,
} as const

const NULL = Buffer.from([TAG.null])
const EMPTY_ARRAY = Buffer.from([TAG.emptyArray])

/** The key of one value. */
export function keyOf(value: Value | undefined): Buffer {
  switch (typeof value) {
    case 'number':
      return numeric(TAG.number, value)
    case 'string':
      return textual(TAG.string, value)
    case 'boolean':
      return Buffer.from([TAG.boolean, value ? 1 : 0])
    default:
  }
  if (value === null || value === undefined) return NULL
  if (value instanceof Date) return numeric(TAG.date, value.getTime())
  if (value instanceof RegExp) return textual(TAG.regex, String(value))
  return Array.isArray(value) && value.length === 0 ? EMPTY_ARRAY : structured(value)
}

const END = Buffer.from([0])

/**
 * An object field by field — the type, the name, the value — and an array item by item; the end is
 * below every type, so what is shorter comes first.
 */
function structured(value: Value): Buffer {
  if (Array.isArray(value)) return Buffer.concat([ARRAY, ...value.map(innerKey), END])
  const fields = Object.entries(isDocument(value) ? value : {}).flatMap(([name, field]) => {
    const key = innerKey(field)
    return [key.subarray(0, 1), textual(TAG.string, name), key]
  })
  return Buffer.concat([OBJECT, ...fields, END])
}

const ARRAY = Buffer.from([TAG.array])
const OBJECT = Buffer.from([TAG.object])

/** Only as the value of a field is an empty array below null; inside another it is an array. */
function innerKey(value: Value): Buffer {
  return Array.isArray(value) ? structured(value) : keyOf(value)
}

/** The key read backwards, for a descending field of an index. */
export function inverted(key: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(key.length)
  for (let i = 0; i < key.length; i++) bytes[i] = 0xff - (key[i] as number)
  return bytes
}

/** The least key above every key that begins with these bytes. */
export function successor(prefix: Buffer): Buffer {
  let end = prefix.length
  while (end > 0 && prefix[end - 1] === 0xff) end--
  if (end === 0) return LAST
  const bytes = Buffer.from(prefix.subarray(0, end))
  bytes[end - 1] = (bytes[end - 1] as number) + 1
  return bytes
}

/** Below every key, and above every key. */
export const FIRST = Buffer.alloc(0)
export const LAST = Buffer.alloc(16, 0xff)

const EIGHT_ZEROS = Buffer.alloc(8)

function numeric(tag: number, value: number): Buffer {
  const bytes = Buffer.allocUnsafe(9)
  bytes[0] = tag
  if (Number.isNaN(value)) {
    EIGHT_ZEROS.copy(bytes, 1)
    return bytes
  }
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1)
  const isNegative = (bytes[1] as number) & 0x80
  if (!isNegative) bytes[1] = (bytes[1] as number) | 0x80
  else for (let i = 1; i < 9; i++) bytes[i] = 0xff - (bytes[i] as number)
  return bytes
}

/**
 * A zero byte inside a text is followed by 0xff, the end is 0x00 0x01: shorter texts come first.
 */
function textual(tag: number, text: string): Buffer {
  const safe = text.includes('\0') ? escapeZeros(text) : Buffer.from(text, 'utf8')
  const bytes = Buffer.allocUnsafe(safe.length + 3)
  bytes[0] = tag
  safe.copy(bytes, 1)
  bytes[safe.length + 1] = 0x00
  bytes[safe.length + 2] = 0x01
  return bytes
}

function escapeZeros(text: string): Buffer {
  const parts = text.split('\0').map((part) => Buffer.from(part, 'utf8'))
  const zero = Buffer.from([0x00, 0xff])
  return Buffer.concat(parts.flatMap((part, i) => (i === 0 ? [part] : [zero, part])))
}

/** A key as a string of bytes, for maps. */
export function nameOf(key: Buffer): string {
  return key.toString('latin1')
}
