import { type Found, fieldOf, isTruthy } from '../comparison'
import { requestFailed } from '../errors'
import { expressionOf, scopeOf } from '../expressions/expression'
import type { Scope } from '../expressions/language'
import { refuseOperator } from '../operators'
import { type Document, isDocument, isOperators, type Value } from '../values'
import { holds, leavesOf } from './leaves'

type Variables = Scope['variables']
type Test = (document: Document) => boolean

/**
 * A condition made ready to test documents; what is malformed is refused here, before any document
 * is seen. Variables are those of a `$lookup` for `$expr`.
 */
export function filterOf(condition: Document, variables?: Variables): Test {
  const tests = Object.entries(condition).map(([name, expected]) =>
    testOf(name, expected, variables),
  )
  return (document) => tests.every((test) => test(document))
}

function testOf(name: string, expected: Value, variables: Variables | undefined): Test {
  switch (name) {
    case '$and':
      return every(partsOf(name, expected, variables))
    case '$or':
      return some(partsOf(name, expected, variables))
    case '$nor': {
      const any = some(partsOf(name, expected, variables))
      return (document) => !any(document)
    }
    case '$expr': {
      const expression = expressionOf(expected)
      return (document) => isTruthy(expression(scopeOf(document, variables)))
    }
    default:
      if (name.startsWith('$')) throw refuseOperator('query', name)
      return fieldTest(name, expected, variables)
  }
}

/** The operators that stand above fields, for the list of operators. */
export const LOGICAL_OPERATORS = ['$and', '$or', '$nor', '$expr']

const every =
  (tests: readonly Test[]): Test =>
  (document) =>
    tests.every((test) => test(document))
const some =
  (tests: readonly Test[]): Test =>
  (document) =>
    tests.some((test) => test(document))

function partsOf(name: string, parts: Value, variables: Variables | undefined): Test[] {
  if (!Array.isArray(parts) || parts.length === 0 || !parts.every((part) => isDocument(part))) {
    throw requestFailed(`[FailedOperation] ${name} must be a nonempty array of objects`)
  }
  return parts.map((part) => filterOf(part, variables))
}

function fieldTest(name: string, expected: Value, variables: Variables | undefined): Test {
  const segments = name.split('.')
  if (isOperators(expected)) {
    const stray = Object.keys(expected).find((operator) => !operator.startsWith('$'))
    if (stray !== undefined) throw requestFailed(`[FailedOperation] unknown operator: ${stray}`)
  }
  const leaves = leavesOf(expected, (condition) => filterOf(condition, variables))
  return (document) =>
    holds(leaves, ({ test, whole }) => isAnyAt(document, { segments, whole, test }))
}

/** What is asked of the values at a path; `whole` leaves an array at its end unopened. */
export type PathTest = {
  segments: readonly string[]
  whole?: boolean
  test: (value: Found) => boolean
}

/**
 * Whether one value at a path meets a test. Arrays on the way are entered: their elements that are
 * objects go on, and a number is a place too. Elements that are neither give no value at all, which
 * is why `a.b: null` does not match `{ a: [1] }`, while it matches `{ a: 1 }`.
 */
export function isAnyAt(value: Found, path: PathTest, at = 0): boolean {
  const segment = path.segments[at]
  if (segment === undefined) {
    const isOpened = Array.isArray(value) && path.whole !== true
    return (isOpened && value.some(path.test)) || path.test(value)
  }
  if (Array.isArray(value)) {
    const position = /^\d+$/.test(segment) ? value[Number(segment)] : undefined
    return (
      value.some((item) => isDocument(item) && isAnyAt(item, path, at)) ||
      (position !== undefined && isAnyAt(position, path, at + 1))
    )
  }
  if (isDocument(value)) return isAnyAt(fieldOf(value, segment), path, at + 1)
  return path.test(undefined)
}
