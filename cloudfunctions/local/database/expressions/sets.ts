import { type Found, identityOf, isNullish, isTruthy } from '../comparison'
import type { Value } from '../values'
import { arrayIn, binary, failed, type Operator, unary, variadic } from './language'

/** The values of an array without repeats, by identity, in the order of their first appearance. */
function setOf(list: Found, name: string): Map<string, Value> {
  const found = new Map<string, Value>()
  for (const item of arrayIn(list, `All operands of ${name} must be arrays: one`)) {
    const key = identityOf(item)
    if (!found.has(key)) found.set(key, item)
  }
  return found
}

function difference(a: Found, b: Found): Found {
  if (isNullish(a) || isNullish(b)) return null
  const others = setOf(b, '$setDifference')
  const own = setOf(a, '$setDifference')
  return [...own].flatMap(([key, value]) => (others.has(key) ? [] : [value]))
}

function equals(lists: Found[]): Found {
  if (lists.length < 2) throw failed('$setEquals needs at least two arguments')
  const [first, ...rest] = lists.map((list) => setOf(list, '$setEquals'))
  return rest.every(
    (set) => set.size === first?.size && [...set.keys()].every((key) => first.has(key)),
  )
}

function intersection(lists: Found[]): Found {
  if (lists.some(isNullish)) return null
  const [first, ...rest] = lists.map((list) => setOf(list, '$setIntersection'))
  const isShared = (key: string): boolean => rest.every((set) => set.has(key))
  return [...(first ?? [])].flatMap(([key, value]) => (isShared(key) ? [value] : []))
}

function isSubset(part: Found, whole: Found): Found {
  const all = setOf(whole, '$setIsSubset')
  return [...setOf(part, '$setIsSubset').keys()].every((key) => all.has(key))
}

function union(lists: Found[]): Found {
  if (lists.some(isNullish)) return null
  // A key set again keeps its place, so the order is that of first appearance.
  return [...new Map(lists.flatMap((list) => [...setOf(list, '$setUnion')])).values()]
}

/** Operators that take arrays as sets; MongoDB leaves the order of their results open. */
export const SETS: Record<string, Operator> = {
  $allElementsTrue: unary((list) => arrayIn(list, "$allElementsTrue's argument").every(isTruthy)),
  $anyElementTrue: unary((list) => arrayIn(list, "$anyElementTrue's argument").some(isTruthy)),
  $setDifference: binary(difference),
  $setEquals: variadic(equals),
  $setIntersection: variadic(intersection),
  $setIsSubset: binary(isSubset),
  $setUnion: variadic(union),
}
