import { keyOf, TAG } from './key'
import { type Document, isDocument, isOperators, type Value } from './values'

/** One end of a range: keys that begin with `bytes` are inside when inclusive. */
export type Bound = { bytes: Buffer; inclusive: boolean }

/** What an index can use of a condition on one path: exact keys, or a range within one type. */
export type Predicate =
  | { kind: 'points'; path: string; points: Buffer[] }
  | { kind: 'range'; path: string; low: Bound; high: Bound }

/** A condition as the planner sees it. */
export type Conjunction = {
  predicates: Predicate[]
  /** Each `$or` with its branches: the condition holds only if one branch does. */
  alternatives: Document[][]
  /** False when the predicates do not cover the whole condition. */
  isComplete: boolean
}

/** Takes from a condition what indexes can narrow by; the rest is left to the filter. */
export function conjunctionOf(condition: Document): Conjunction {
  const found: Conjunction = { predicates: [], alternatives: [], isComplete: true }
  collect(condition, '', found)
  return found
}

function collect(condition: Document, prefix: string, found: Conjunction): void {
  for (const [field, expected] of Object.entries(condition)) {
    if (field === '$and' && Array.isArray(expected)) {
      for (const part of expected) collect(part as Document, prefix, found)
    } else if (field === '$or' && Array.isArray(expected) && prefix === '') {
      found.alternatives.push(expected as Document[])
      found.isComplete = false
    } else if (field.startsWith('$')) {
      found.isComplete = false
    } else {
      collectField(prefix + field, expected, found)
    }
  }
}

function collectField(path: string, expected: Value, found: Conjunction): void {
  if (!isOperators(expected)) return addEquality(path, expected, found)
  for (const [operator, operand] of Object.entries(expected)) {
    const reader = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined
    if (reader) reader(path, operand, found)
    else found.isComplete = false
  }
}

type Reader = (path: string, operand: Value, found: Conjunction) => void

const OPERATORS: Record<string, Reader> = {
  $eq: addEquality,
  $in: (path, operand, found) => addPoints(path, Array.isArray(operand) ? operand : [], found),
  $gt: (path, operand, found) => addRange(path, { $gt: operand }, found),
  $gte: (path, operand, found) => addRange(path, { $gte: operand }, found),
  $lt: (path, operand, found) => addRange(path, { $lt: operand }, found),
  $lte: (path, operand, found) => addRange(path, { $lte: operand }, found),
  $all: (path, operand, found) => {
    found.isComplete = false
    for (const item of Array.isArray(operand) ? operand : []) {
      if (!isOperators(item)) addPoints(path, [item], found)
    }
  },
  $exists: (path, operand, found) => {
    found.isComplete = false
    if (operand === false) addPoints(path, [null], found)
  },
  $elemMatch: (path, operand, found) => {
    found.isComplete = false
    if (!isDocument(operand)) return
    // Elements of an array inside the array have no entries of their own.
    const { $elemMatch: _inner, ...own } = operand
    if (isOperators(operand)) collectField(path, own, found)
    else collect(operand, `${path}.`, found)
  },
  // With `$options` beside it a pattern may ignore case, so its prefix is no bound.
  $regex: (_path, _operand, found) => {
    found.isComplete = false
  },
}

function addEquality(path: string, expected: Value, found: Conjunction): void {
  if (expected instanceof RegExp) {
    found.isComplete = false
    addPrefix(path, expected, found)
  } else addPoints(path, [expected], found)
}

/**
 * Whole arrays, objects and patterns are left to the filter: their entries are not comparable keys.
 */
function addPoints(path: string, values: Value[], found: Conjunction): void {
  const isKeyed = values.every((v) => typeof v !== 'object' || v === null || v instanceof Date)
  if (!isKeyed) {
    found.isComplete = false
    return
  }
  const points = values.map((value) => keyOf(value)).sort(Buffer.compare)
  const distinct = points.filter((key, i) => i === 0 || !key.equals(points[i - 1] as Buffer))
  found.predicates.push({ kind: 'points', path, points: distinct })
}

/** Comparisons reach values of the same type only. */
function addRange(path: string, comparison: Document, found: Conjunction): void {
  const [operator, operand] = Object.entries(comparison)[0] as [string, Value]
  const isRanged = ['number', 'string', 'boolean'].includes(typeof operand)
  if ((!isRanged && !(operand instanceof Date)) || Number.isNaN(operand)) {
    found.isComplete = false
    return
  }
  const bytes = keyOf(operand)
  const ofType: Bound = { bytes: bytes.subarray(0, 1), inclusive: true }
  const bound: Bound = { bytes, inclusive: operator.endsWith('e') }
  const isLow = operator.startsWith('$gt')
  // NaN comes first among the keys of numbers, yet it is not below any of them.
  const least: Bound =
    typeof operand === 'number' ? { bytes: keyOf(Number.NaN), inclusive: false } : ofType
  found.predicates.push({
    kind: 'range',
    path,
    low: isLow ? bound : least,
    high: isLow ? ofType : bound,
  })
}

const PREFIX = /^\^([\p{L}\p{N} _:/@#-]+)(.?)/u

/**
 * `/^abc/` reaches only texts that begin with abc; a quantifier after a letter spares that letter.
 */
function addPrefix(path: string, pattern: RegExp, found: Conjunction): void {
  const [, literal = '', next = ''] = PREFIX.exec(pattern.source) ?? []
  const isPlain = pattern.flags === '' && !pattern.source.includes('|')
  const start = '*?{'.includes(next) && next !== '' ? literal.slice(0, -1) : literal
  if (!isPlain || start === '') return
  const bytes = Buffer.concat([Buffer.from([TAG.string]), Buffer.from(start, 'utf8')])
  const bound: Bound = { bytes, inclusive: true }
  found.predicates.push({ kind: 'range', path, low: bound, high: bound })
}
