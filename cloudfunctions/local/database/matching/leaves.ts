import { compareValues, type Found, isNullish, isSame, typeOf } from '../comparison'
import { requestFailed } from '../errors'
import { refuseOperator } from '../operators'
import { patternOf } from '../pattern'
import { type Document, isDocument, isOperators, type Value } from '../values'
import { chainOf } from './chains'

/**
 * One test of a field. It holds at a path when one value there meets it; most tests see the
 * elements of an array at the end of the path as well as the array itself, `whole` ones only the
 * array.
 */
export type Leaf =
  | { kind: 'is'; test: (value: Found) => boolean; whole?: boolean }
  | { kind: 'not'; leaves: readonly Leaf[] }

/** How a leaf's tests are asked: at a path of a document, or of one value. */
type Asking = (leaf: Extract<Leaf, { kind: 'is' }>) => boolean

/** Whether all leaves hold, when each test is asked in this way. */
export function holds(leaves: readonly Leaf[], asking: Asking): boolean {
  return leaves.every((leaf) => (leaf.kind === 'is' ? asking(leaf) : !holds(leaf.leaves, asking)))
}

/** Makes the test of a document by a whole condition; `$elemMatch` needs it for objects. */
type Compile = (condition: Document) => (document: Document) => boolean

/** What a condition says of one field: a value, a pattern, or operators. */
export function leavesOf(expected: Value, compile: Compile): Leaf[] {
  if (expected instanceof RegExp) return [is(patternTest(expected))]
  if (!isOperators(expected)) return [is(equalTo(expected))]
  return Object.entries(expected).flatMap(([name, operand]) => {
    if (name === '$options' && '$regex' in expected) return []
    const read = Object.hasOwn(LEAVES, name) ? LEAVES[name] : undefined
    if (!read) throw refuseOperator('query', name)
    return read(operand, { operators: expected, compile })
  })
}

type Reading = { operators: Document; compile: Compile }

const is = (test: (value: Found) => boolean, whole = false): Leaf => ({ kind: 'is', test, whole })
const not = (leaves: readonly Leaf[]): Leaf => ({ kind: 'not', leaves })

/** The tests of a field; `$and`, `$or`, `$nor` and `$expr` stand above fields. */
const LEAVES: Record<string, (operand: Value, reading: Reading) => Leaf[]> = {
  $eq: (operand) => [is(equalTo(operand))],
  $ne: (operand) => [not([is(equalTo(operand))])],
  $gt: (operand) => [is(compared(operand, (order) => order > 0))],
  $gte: (operand) => [is(compared(operand, (order) => order >= 0))],
  $lt: (operand) => [is(compared(operand, (order) => order < 0))],
  $lte: (operand) => [is(compared(operand, (order) => order <= 0))],
  $in: (operand) => [is(oneOf(operand, '$in'))],
  $nin: (operand) => [not([is(oneOf(operand, '$nin'))])],
  $all: (operand, { compile }) => allOf(operand, compile),
  $exists: (operand) => {
    const present = is((value) => value !== undefined, true)
    return [operand === false || operand === 0 || operand === null ? not([present]) : present]
  },
  $size: (operand) => {
    if (!Number.isInteger(operand) || (operand as number) < 0) {
      throw failed('$size must be a whole number of at least 0')
    }
    return [is((value) => Array.isArray(value) && value.length === operand, true)]
  },
  $mod: (operand) => [is(remainder(operand))],
  $regex: (operand, { operators }) => [
    is(patternTest(writtenPattern(operand, operators.$options))),
  ],
  $elemMatch: (operand, { compile }) => [is(elementTest(operand, compile), true)],
  $not: (operand, { compile }) => {
    const isUsable = operand instanceof RegExp || isOperators(operand)
    if (!isUsable) throw failed('$not needs a regex or a document of operators')
    return [not(leavesOf(operand, compile))]
  },
}

/** The names of the tests above, for the list of operators. */
export const LEAF_OPERATORS = Object.keys(LEAVES)

function failed(message: string): Error {
  return requestFailed(`[FailedOperation] ${message}`)
}

function equalTo(expected: Value): (value: Found) => boolean {
  if (expected === null) return isNullish
  return typeof expected === 'object' || Number.isNaN(expected)
    ? (value) => isSame(value, expected)
    : (value) => value === expected
}

/** Only values of the same type compare; null equals null and what is missing. */
function compared(expected: Value, isMet: (order: number) => boolean): (value: Found) => boolean {
  if (expected instanceof RegExp) throw failed('a comparison cannot have a regex')
  if (expected === null) return (value) => isMet(0) && isNullish(value)
  const type = typeOf(expected)
  const isNumber = type === 'number'
  return (value) => {
    if (typeOf(value) !== type) return false
    // NaN is neither above nor below a number.
    if (isNumber && Number.isNaN(value) !== Number.isNaN(expected)) return false
    return isMet(compareValues(value, expected))
  }
}

function oneOf(operand: Value, name: string): (value: Found) => boolean {
  if (!Array.isArray(operand)) throw failed(`${name} needs an array`)
  if (operand.some((item) => isOperators(item))) throw failed(`cannot nest $ under ${name}`)
  const scalars = new Set<Found>(operand.filter((item) => typeof item !== 'object'))
  if (operand.includes(null)) scalars.add(null).add(undefined)
  const patterns = operand.filter((item) => item instanceof RegExp).map(patternTest)
  const objects = operand.filter(
    (item) => typeof item === 'object' && item !== null && !(item instanceof RegExp),
  )
  return (value) =>
    scalars.has(value) ||
    objects.some((item) => isSame(value, item)) ||
    patterns.some((test) => test(value))
}

function allOf(operand: Value, compile: Compile): Leaf[] {
  if (!Array.isArray(operand)) throw failed('$all needs an array')
  if (operand.length === 0) return [is(() => false)]
  return operand.flatMap((item) => {
    if (isOperators(item) && Object.keys(item)[0] !== '$elemMatch') {
      throw failed('no $ expressions in $all')
    }
    return leavesOf(item, compile)
  })
}

/** Only numbers have a remainder; their fraction is cut off first, as are divisor and remainder. */
function remainder(operand: Value): (value: Found) => boolean {
  const parts = Array.isArray(operand) ? operand : []
  const [divisor, rest] = parts.map((part) => (typeof part === 'number' ? Math.trunc(part) : NaN))
  if (parts.length !== 2 || !Number.isFinite(divisor) || !Number.isFinite(rest)) {
    throw failed('malformed mod: $mod needs an array of a divisor and a remainder')
  }
  if (divisor === 0) throw failed('divisor cannot be 0')
  // Adding 0 turns a remainder of -0 into 0.
  return (value) =>
    typeof value === 'number' && (Math.trunc(value) % (divisor as number)) + 0 === (rest ?? 0) + 0
}

function writtenPattern(operand: Value, options: Value = ''): RegExp {
  const isBoth = operand instanceof RegExp && options !== ''
  const source = operand instanceof RegExp ? operand.source : operand
  if (typeof source !== 'string' || typeof options !== 'string' || (isBoth && operand.flags)) {
    throw failed('$regex has to be a string, with $options a string beside it')
  }
  return operand instanceof RegExp && !isBoth ? operand : patternOf(source, options)
}

function patternTest(pattern: RegExp): (value: Found) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value)
}

/**
 * `$elemMatch` with operators tests each element itself, and looks into none; with fields it tests
 * the elements that are objects. An array inside the array is an object whose fields are numbers.
 */
function elementTest(operand: Value, compile: Compile): (value: Found) => boolean {
  if (!isDocument(operand)) throw failed('$elemMatch needs an Object')
  const chained = chainOf(operand)
  const [first = ''] = Object.keys(operand)
  if (chained || (first.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first))) {
    const leaves = (chained ?? [operand]).flatMap((part) => leavesOf(part, compile))
    const isMet = (item: Value): boolean => holds(leaves, ({ test }) => test(item))
    return (value) => Array.isArray(value) && value.some(isMet)
  }
  const matches = compile(unchained(operand))
  return (value) =>
    Array.isArray(value) &&
    value.some((item) => {
      if (Array.isArray(item)) return matches({ ...item } as unknown as Document)
      return isDocument(item) && matches(item)
    })
}

function unchained(condition: Document): Document {
  const parts = Object.entries(condition).flatMap(([field, expected]) =>
    (chainOf(expected) ?? [expected]).map((one): Document => ({ [field]: one })),
  )
  return parts.length === 0 ? {} : { $and: parts }
}
