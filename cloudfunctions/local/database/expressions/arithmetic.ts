import { type Found, isNullish, typeOf } from '../comparison'
import type { Value } from '../values'
import {
  binary,
  failed,
  integerIn,
  numberIn,
  type Operator,
  taking,
  unary,
  unlessNull,
  variadic,
} from './language'

const numeric = (name: string, act: (n: number) => number): Operator =>
  unary(unlessNull((value) => act(numberIn(value, name))))

const numbers = (name: string, act: (a: number, b: number) => number): Operator =>
  binary(unlessNull((a, b) => act(numberIn(a, name), numberIn(b, name))))

/** Arguments of logarithms and roots are bounded; NaN passes and stays NaN. */
function within(n: number, isGood: boolean, complaint: string): number {
  if (isGood || Number.isNaN(n)) return n
  throw failed(`${complaint}, but is ${n}`)
}

const positive = (n: number, what: string): number =>
  within(n, n > 0, `${what} must be a positive number`)

/** Numbers add up; with one date among them the sum is a date. */
function add(values: Found[]): Found {
  let sum = 0
  let hasDate = false
  for (const value of values) {
    if (isNullish(value)) return null
    if (value instanceof Date) {
      if (hasDate) throw failed('only one date allowed in an $add expression')
      hasDate = true
      sum += value.getTime()
    } else if (typeof value === 'number') sum += value
    else throw failed(`$add only supports numeric or date types, not ${typeOf(value)}`)
  }
  return hasDate ? new Date(sum) : sum
}

function subtract(a: Value, b: Value): Found {
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  if (a instanceof Date && typeof b === 'number') return new Date(a.getTime() - b)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  throw failed(`can't $subtract a ${typeOf(b)} from a ${typeOf(a)}`)
}

function multiply(values: Found[]): Found {
  let product = 1
  for (const value of values) {
    if (isNullish(value)) return null
    product *= numberIn(value, '$multiply')
  }
  return product
}

function divide(a: number, b: number): number {
  if (b === 0) throw failed("can't $divide by zero")
  return a / b
}

function modulo(a: number, b: number): number {
  if (b === 0) throw failed("can't $mod by zero")
  return a % b
}

function power(base: number, exponent: number): number {
  if (base === 0 && exponent < 0)
    throw failed('$pow cannot take a base of 0 and a negative exponent')
  return base ** exponent
}

function logarithm(n: number, base: number): number {
  positive(n, "$log's argument")
  within(base, base > 0 && base !== 1, "$log's base must be a positive number not equal to 1")
  return Math.log(n) / Math.log(base)
}

/** Cuts towards zero at a decimal place; before the point where the place is negative. */
function truncated(value: Found, at: Found): Found {
  if (isNullish(value) || isNullish(at)) return null
  const n = numberIn(value, '$trunc')
  const place = integerIn(at, 'precision argument to $trunc')
  if (place <= -20 || place > 100) {
    throw failed(`cannot apply $trunc with precision value ${place}: it must be in (-20, 100]`)
  }
  if (!Number.isFinite(n) || place === 0) return Math.trunc(n)
  if (place < 0) return Math.trunc(n / 10 ** -place) * 10 ** -place
  if (Math.abs(n) >= 1e21) return n
  // The exact decimal digits of the number, so that no multiplication rounds it first.
  const [whole = '', digits = ''] = n.toFixed(100).split('.')
  return Number(`${whole}.${digits.slice(0, place)}`)
}

/** Operators on numbers, and on dates where MongoDB lets them. */
export const ARITHMETIC: Record<string, Operator> = {
  $abs: numeric('$abs', Math.abs),
  $add: variadic(add),
  $ceil: numeric('$ceil', Math.ceil),
  $divide: numbers('$divide', divide),
  $exp: numeric('$exp', Math.exp),
  $floor: numeric('$floor', Math.floor),
  $ln: numeric('$ln', (n) => Math.log(positive(n, "$ln's argument"))),
  $log: numbers('$log', logarithm),
  $log10: numeric('$log10', (n) => Math.log10(positive(n, "$log10's argument"))),
  $mod: numbers('$mod', modulo),
  $multiply: variadic(multiply),
  $pow: numbers('$pow', power),
  $sqrt: numeric('$sqrt', (n) =>
    Math.sqrt(within(n, n >= 0, "$sqrt's argument must be greater than or equal to 0")),
  ),
  $subtract: binary(unlessNull(subtract)),
  $trunc: taking({ least: 1, most: 2 }, (value, ...[at = 0]) => truncated(value, at)),
}
