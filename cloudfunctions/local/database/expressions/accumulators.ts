import { compareValues, type Found, identityOf, isNullish, setField, typeOf } from '../comparison'
import { type Document, isDocument, type Value } from '../values'
import { failed, listed, type Operator } from './language'

/** Makes one value of the values that a group gives, in order. */
export type Accumulate = (values: readonly Found[]) => Found

const numbersOf = (values: readonly Found[]): number[] =>
  values.filter((value): value is number => typeof value === 'number')

/**
 * The sum, with what each addition loses carried along, as the server's own sums: ten times 0.1 is
 * 1.
 */
function sumOf(numbers: readonly number[]): number {
  let sum = 0
  let lost = 0
  for (const n of numbers) {
    const next = sum + n
    lost += Math.abs(sum) >= Math.abs(n) ? sum - next + n : n - next + sum
    sum = next
  }
  // Infinity has lost NaN.
  return Number.isFinite(sum) ? sum + lost : sum
}

function average(values: readonly Found[]): Found {
  const numbers = numbersOf(values)
  return numbers.length === 0 ? null : sumOf(numbers) / numbers.length
}

const extreme =
  (way: 1 | -1): Accumulate =>
  (values) => {
    const present = values.filter((value): value is Value => !isNullish(value))
    const better = (best: Value, one: Value): Value =>
      compareValues(one, best) * way > 0 ? one : best
    return present.length === 0 ? null : present.reduce(better)
  }

/** `fewer` is what the sample takes from the count. */
const deviation =
  (fewer: 0 | 1): Accumulate =>
  (values) => {
    const numbers = numbersOf(values)
    if (numbers.length <= fewer) return null
    const mean = sumOf(numbers) / numbers.length
    const squares = sumOf(numbers.map((n) => (n - mean) ** 2))
    return Math.sqrt(squares / (numbers.length - fewer))
  }

function merged(values: readonly Found[]): Found {
  const whole: Document = {}
  for (const value of values) {
    if (isNullish(value)) continue
    if (!isDocument(value)) {
      throw failed(`$mergeObjects requires object inputs, but input is of type ${typeOf(value)}`)
    }
    for (const [name, field] of Object.entries(value)) setField(whole, name, field)
  }
  return whole
}

/** What is missing is not pushed; null is. */
const present = (values: readonly Found[]): Value[] =>
  values.filter((value): value is Value => value !== undefined)

/** Accumulators that are expressions too. */
const BOTH: Record<string, Accumulate> = {
  $avg: average,
  $max: extreme(1),
  $mergeObjects: merged,
  $min: extreme(-1),
  $stdDevPop: deviation(0),
  $stdDevSamp: deviation(1),
  $sum: (values) => sumOf(numbersOf(values)),
}

/** What `$group` and the buckets can make of a group. */
export const ACCUMULATORS: Record<string, Accumulate> = {
  ...BOTH,
  $addToSet: (values) => [
    ...new Map(present(values).map((value) => [identityOf(value), value])).values(),
  ],
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: present,
}

/**
 * As an expression an accumulator looks into an array only when that is all it is given:
 * `{ $sum: '$list' }` and `{ $sum: ['$list'] }` add its elements, `{ $sum: ['$list', 1] }` is 1.
 */
const asExpression =
  (accumulate: Accumulate): Operator =>
  (argument, parse) => {
    const parts = listed(argument).map(parse)
    return (scope) => {
      const values = parts.map((part) => part(scope))
      const [only] = values
      return accumulate(values.length === 1 && Array.isArray(only) ? only : values)
    }
  }

/** The accumulators in the place of an expression. */
export const ACCUMULATING: Record<string, Operator> = Object.fromEntries(
  Object.entries(BOTH).map(([name, accumulate]) => [name, asExpression(accumulate)]),
)
