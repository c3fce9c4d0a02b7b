import { compareValues, isSame } from '../comparison'
import { failed } from '../expressions/language'
import { filterOf } from '../matching/filter'
import { holds, leavesOf } from '../matching/leaves'
import { sorted, sortOf } from '../order'
import { type Document, isDocument, isOperators, type Value } from '../values'

/** What an operator makes of an array; the array itself is not changed. */
export type ArrayEdit = (list: Value[], operand: Value) => Value[]

/** `$push` of one value, or of `$each` with a position, an order and a length. */
export function pushed(list: Value[], operand: Value): Value[] {
  if (!isOperators(operand)) return [...list, operand]
  const { $each, $position, $sort, $slice, ...unknown } = operand
  if (Object.keys(unknown).length > 0) throw failed('Unrecognized clause in $push')
  if (!Array.isArray($each)) throw failed('The argument to $each in $push must be an array')
  const at = $position === undefined ? list.length : integer($position, '$position')
  const joined = list.toSpliced(at, 0, ...$each)
  const ordered = $sort === undefined ? joined : inOrder(joined, $sort)
  if ($slice === undefined) return ordered
  const length = integer($slice, '$slice')
  if (length >= 0) return ordered.slice(0, length)
  return ordered.slice(length)
}

function integer(value: Value, what: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw failed(`The value for ${what} must be an integer`)
}

/** By the elements themselves, or by fields of theirs. */
function inOrder(list: Value[], by: Value): Value[] {
  if (by === 1 || by === -1) return [...list].sort((a, b) => compareValues(a, b) * by)
  const ways = isDocument(by) ? Object.values(by) : []
  if (ways.length === 0 || !ways.every((way) => way === 1 || way === -1)) {
    throw failed('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}')
  }
  const fieldsOf = (item: Value): Document => (isDocument(item) ? item : {})
  return sorted(list, fieldsOf, sortOf(by as Document))
}

/** `$addToSet` of one value or of `$each`, as far as it is not there yet. */
export function withAdded(list: Value[], operand: Value): Value[] {
  const items = isOperators(operand) ? operand.$each : [operand]
  if (!Array.isArray(items) || (isOperators(operand) && Object.keys(operand).length > 1)) {
    throw failed('$addToSet takes a value, or $each with an array')
  }
  return items.reduce<Value[]>(
    (all, item) => (all.some((one) => isSame(one, item)) ? all : [...all, item]),
    list,
  )
}

/** `$pop`: without the last element, or without the first for -1. */
export function popped(list: Value[], operand: Value): Value[] {
  if (operand === 1) return list.slice(0, -1)
  if (operand === -1) return list.slice(1)
  throw failed('$pop expects 1 or -1')
}

/** `$pull`: without the elements that a value, a pattern, operators or a condition names. */
export function pulled(list: Value[], operand: Value): Value[] {
  const isWanted = elementTest(operand)
  return list.filter((item) => !isWanted(item))
}

function elementTest(operand: Value): (item: Value) => boolean {
  if (isDocument(operand) && !isOperators(operand)) {
    const matches = filterOf(operand)
    return (item) => isDocument(item) && matches(item)
  }
  const leaves = leavesOf(operand, filterOf)
  return (item) => holds(leaves, ({ test }) => test(item))
}

/** `$pullAll`: without the elements that are one of these values. */
export function withoutAll(list: Value[], operand: Value): Value[] {
  if (!Array.isArray(operand)) throw failed('$pullAll requires an array argument')
  return list.filter((item) => !operand.some((one) => isSame(one, item)))
}
