import { type Found, isNullish, isSame, isTruthy, setField, typeOf } from '../comparison'
import { type Document, isDocument, type Value } from '../values'
import {
  arrayIn,
  binary,
  type Expression,
  failed,
  integerIn,
  named,
  type Operator,
  taking,
  unary,
  unlessNull,
  variableName,
  variadic,
  withVariables,
} from './language'

/** A place counts from the end when negative; beyond either end there is nothing. */
function elementAt(list: Value, at: Value): Found {
  const items = arrayIn(list, "$arrayElemAt's first argument")
  return items.at(integerIn(at, "$arrayElemAt's second argument"))
}

/** Pairs `[k, v]`, or objects with exactly `k` and `v`; never both in one array. */
function objectOf(list: Value): Found {
  const made: Document = {}
  const items = arrayIn(list, "$arrayToObject's argument")
  for (const item of items) {
    if (typeOf(item) !== typeOf(items[0])) {
      throw failed('$arrayToObject requires a consistent input format')
    }
    const [key, value] = pairOf(item)
    if (typeof key !== 'string') {
      throw failed(`$arrayToObject requires keys of type string, but found ${typeOf(key)}`)
    }
    setField(made, key, value)
  }
  return made
}

function pairOf(item: Value): [Value, Value] {
  if (Array.isArray(item) && item.length === 2) return item as [Value, Value]
  if (isDocument(item) && Object.keys(item).sort().join() === 'k,v') {
    return [item.k as Value, item.v as Value]
  }
  throw failed('$arrayToObject requires pairs [k, v], or objects with the fields k and v')
}

/** `$filter` and `$map` walk an array with one variable. */
const walking =
  (part: 'cond' | 'in', act: (items: Value[], each: (item: Value) => Found) => Value[]): Operator =>
  (argument, parse, name) => {
    const parts = named(argument, name, { must: ['input', part], may: ['as'] })
    const variable = variableName(parts.as ?? 'this', name)
    const input = parse(parts.input as Value)
    const inside = parse(parts[part] as Value)
    return (scope) => {
      const list = input(scope)
      if (isNullish(list)) return null
      const each = (item: Value): Found => inside(withVariables(scope, [[variable, item]]))
      return act(arrayIn(list, `input to ${name}`), each)
    }
  }

const $reduce: Operator = (argument, parse, name) => {
  const parts = named(argument, name, { must: ['input', 'initialValue', 'in'], may: [] })
  const part = (key: string): Expression => parse(parts[key] as Value)
  const [input, initial, inside] = [part('input'), part('initialValue'), part('in')]
  return (scope) => {
    const list = input(scope)
    if (isNullish(list)) return null
    return arrayIn(list, `input to ${name}`).reduce<Found>((value, item) => {
      const variables = [['value', value] as const, ['this', item] as const]
      return inside(withVariables(scope, variables))
    }, initial(scope))
  }
}

function indexOfArray(list: Found, wanted: Found, ...bounds: Found[]): Found {
  if (isNullish(list)) return null
  const items = arrayIn(list, "$indexOfArray's first argument")
  const { start, end } = boundsIn(bounds, '$indexOfArray')
  const last = Math.min(end, items.length)
  for (let at = start; at < last; at++) if (isSame(items[at], wanted)) return at
  return -1
}

/** The start and end that a search may be given: not negative, and the end is not part of it. */
export function boundsIn([start = 0, end = Infinity]: Found[], name: string) {
  for (const [what, bound] of [['starting', start] as const, ['ending', end] as const]) {
    if (bound === Infinity) continue
    if (integerIn(bound, `${name}'s ${what} index`) < 0) {
      throw failed(`${name} requires a nonnegative ${what} index, found: ${bound as number}`)
    }
  }
  return { start: start as number, end: end as number }
}

/** Most values that `$range` makes: MongoDB's own limit is 100 MB of memory. */
const RANGE_MAX = 1_000_000

function range(...values: Found[]): Found {
  const [start = 0, end = 0, step = 1] = values.map((value) => integerIn(value, '$range'))
  if (step === 0) throw failed('$range requires a non-zero step value')
  const count = Math.max(0, Math.ceil((end - start) / step))
  if (count > RANGE_MAX) throw failed(`$range would make ${count} values`)
  return Array.from({ length: count }, (_, i) => start + i * step)
}

/** The first n, the last n when negative, or n from a position on. */
function slice(list: Value, first: Value, second?: Value): Found {
  const items = arrayIn(list, 'First argument to $slice')
  const at = integerIn(first, 'Second argument to $slice')
  if (second === undefined) return at < 0 ? items.slice(at) : items.slice(0, at)
  const count = integerIn(second, 'Third argument to $slice')
  if (count <= 0) throw failed(`Third argument to $slice must be positive: ${count}`)
  const start = at < 0 ? Math.max(0, items.length + at) : at
  return items.slice(start, start + count)
}

const $zip: Operator = (argument, parse, name) => {
  const parts = named(argument, name, { must: ['inputs'], may: ['useLongestLength', 'defaults'] })
  const { useLongestLength: isLongest = false, defaults = [] } = parts
  if (typeof isLongest !== 'boolean') throw failed('useLongestLength must be a bool')
  const inputs = arrayIn(parts.inputs, 'inputs').map(parse)
  const fillers = arrayIn(defaults, 'defaults').map(parse)
  if (inputs.length === 0) throw failed('$zip requires at least one input array')
  if (fillers.length > 0 && (!isLongest || fillers.length !== inputs.length)) {
    throw failed('defaults needs useLongestLength, and the same length as inputs')
  }
  return (scope) => {
    const lists = inputs.map((input) => input(scope))
    if (lists.some(isNullish)) return null
    const arrays = lists.map((list) => arrayIn(list, '$zip found a non-array: it'))
    const lengths = arrays.map(({ length }) => length)
    const filler = (i: number): Value => fillers[i]?.(scope) ?? null
    return Array.from(
      { length: isLongest ? Math.max(...lengths) : Math.min(...lengths) },
      (_, at) => arrays.map((array, i) => (at < array.length ? (array[at] as Value) : filler(i))),
    )
  }
}

function concat(values: Found[]): Found {
  if (values.some(isNullish)) return null
  return values.flatMap((value) => arrayIn(value, '$concatArrays only supports arrays: it'))
}

function pairsOf(value: Value): Found {
  if (!isDocument(value)) {
    throw failed(`$objectToArray requires a document input, found: ${typeOf(value)}`)
  }
  return Object.entries(value).map(([k, v]) => ({ k, v }))
}

/** Operators on arrays, and between arrays and objects. */
export const ARRAYS: Record<string, Operator> = {
  $arrayElemAt: binary(unlessNull(elementAt)),
  $arrayToObject: unary(unlessNull(objectOf)),
  $concatArrays: variadic(concat),
  $filter: walking('cond', (items, each) => items.filter((item) => isTruthy(each(item)))),
  $in: binary((value, list) =>
    arrayIn(list, '$in requires an array as a second argument: it').some((one) =>
      isSame(one, value),
    ),
  ),
  $indexOfArray: taking({ least: 2, most: 4 }, indexOfArray),
  $isArray: unary((value) => Array.isArray(value)),
  $map: walking('in', (items, each) => items.map((item) => each(item) ?? null)),
  $objectToArray: unary(unlessNull(pairsOf)),
  $range: taking({ least: 2, most: 3 }, range),
  $reduce,
  $reverseArray: unary(
    unlessNull((list) => arrayIn(list, 'The argument to $reverseArray').toReversed()),
  ),
  $size: unary((list) => arrayIn(list, 'The argument to $size').length),
  $slice: taking({ least: 2, most: 3 }, unlessNull(slice)),
  $zip,
}
