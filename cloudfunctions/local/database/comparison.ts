import { type Document, isDocument, type Value } from './values'

/** A value that an expression or a path gives; `undefined` where there is none. */
export type Found = Value | undefined

/** MongoDB's names of types, as they appear in its errors and order its values. */
export type TypeName =
  | 'missing'
  | 'null'
  | 'number'
  | 'string'
  | 'object'
  | 'array'
  | 'bool'
  | 'date'
  | 'regex'

const ORDER: readonly TypeName[] = [
  'missing',
  'null',
  'number',
  'string',
  'object',
  'array',
  'bool',
  'date',
  'regex',
]

/** The type of a value. */
export function typeOf(value: Found): TypeName {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  if (typeof value === 'boolean') return 'bool'
  return typeof value as 'number' | 'string' | 'object'
}

/** True for null and for what is missing. */
export function isNullish(value: Found): value is null | undefined {
  return value === null || value === undefined
}

/**
 * MongoDB's order of whole values: by type, then by value. Nothing is looked for inside an array:
 * that is for query predicates alone.
 */
export function compareValues(a: Found, b: Found): number {
  const [typeA, typeB] = [typeOf(a), typeOf(b)]
  if (typeA !== typeB) return ORDER.indexOf(typeA) - ORDER.indexOf(typeB)
  switch (typeA) {
    case 'number':
      return compareNumbers(a as number, b as number)
    case 'string':
      return compareTexts(a as string, b as string)
    case 'bool':
    case 'date':
      return Number(a) - Number(b)
    case 'regex':
      return compareTexts((a as RegExp).source, (b as RegExp).source)
    case 'array':
      return compareArrays(a as Value[], b as Value[])
    case 'object':
      return compareObjects(a as Document, b as Document)
    default:
      return 0
  }
}

/** True for one value in two places: objects with the same fields in the same order, and so on. */
export function isSame(a: Found, b: Found): boolean {
  return compareValues(a, b) === 0
}

/** NaN is below every number and equal to itself. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
  return a < b ? -1 : Number(a > b)
}

/** By code points, which is the order of UTF-8; JavaScript's `<` counts in UTF-16. */
function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x !== y) return codePointRank(x) - codePointRank(y)
  }
  return a.length - b.length
}

/** Surrogates, the halves of the highest code points, go above every other unit. */
function codePointRank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800
  return unit >= 0xd800 ? unit + 0x2000 : unit
}

function compareArrays(a: readonly Value[], b: readonly Value[]): number {
  for (const [i, item] of a.entries()) {
    if (i >= b.length) return 1
    const order = compareValues(item, b[i])
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Field by field as they stand: the type, then the name, then the value. */
function compareObjects(a: Document, b: Document): number {
  const [left, right] = [Object.entries(a), Object.entries(b)]
  for (const [i, [name, value]] of left.entries()) {
    const other = right[i]
    if (!other) return 1
    const byType = ORDER.indexOf(typeOf(value)) - ORDER.indexOf(typeOf(other[1]))
    const order = byType || compareTexts(name, other[0]) || compareValues(value, other[1])
    if (order !== 0) return order
  }
  return left.length - right.length
}

/** A text that two values share exactly when they are the same; for groups, sets and joins. */
export function identityOf(value: Found): string {
  if (Array.isArray(value)) return `[${value.map(identityOf).join(',')}]`
  if (isDocument(value)) {
    const fields = Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}:${identityOf(v)}`)
    return `{${fields.join(',')}}`
  }
  if (value instanceof Date) return `d${value.getTime()}`
  if (value instanceof RegExp) return `r${String(value)}`
  if (typeof value === 'string') return JSON.stringify(value)
  // -0 and 0 are one number.
  return String(value === 0 ? 0 : value)
}

/** MongoDB's truth: everything but false, zero, null and what is missing. */
export function isTruthy(value: Found): boolean {
  return value !== false && value !== 0 && !isNullish(value)
}

/** The field of an object by its own name: `constructor` is a field like any other. */
export function fieldOf(document: Document, name: string): Found {
  return Object.hasOwn(document, name) ? document[name] : undefined
}

/** Sets a field by its own name, `__proto__` included. */
export function setField(document: Document, name: string, value: Value): void {
  if (name !== '__proto__') document[name] = value
  else Object.defineProperty(document, name, { value, ...OWN })
}

const OWN = { enumerable: true, configurable: true, writable: true }
