import type { Fen } from '@core/kernel/money'
import { cellText } from './cell'

/** Amounts above this (ten thousand million yuan) are a slip of the pen; sums stay exact below. */
const AMOUNT_FEN_MAX = 1_000_000_000_000

/** A decimal number exactly as written: `digits` × 10^−`scale`. */
export type Decimal = { digits: bigint; scale: number }

/**
 * `-1,234.50`, `¥12`, `RMB 12`, `12元`, `.5`, `3.000`; grouping only in threes. At most 15 + 20
 * digits: a floating-point number may end in `00000000000001`.
 */
const DECIMAL =
  /^([+-]?)(?:[¥$£€]|RMB|CNY)?\s?(\d{1,15}|\d{1,3}(?:,\d{3}){1,4}|(?=\.))(?:\.(\d{1,20}))?元?$/i
/** The sign may stand after the currency or be the long one of typesetters. */
const SIGN_INSIDE = /^([¥$£€]|RMB|CNY)\s?[-−]/i

/** Reads a decimal as spreadsheets write it; `null` when it is none. */
export function readDecimal(text: string): Decimal | null {
  const found = DECIMAL.exec(cellText(text).replace(SIGN_INSIDE, '-$1').replace('−', '-'))
  if (!found) return null
  const [, sign, whole = '', fraction = ''] = found
  const digits = BigInt(`${whole.replaceAll(',', '')}${fraction}` || '0')
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length }
}

/** Reads a whole number (`6`, `-1`, `6.0`); `null` when it is none. */
export function readInteger(text: string): number | null {
  const decimal = readDecimal(text)
  if (!decimal) return null
  const unit = 10n ** BigInt(decimal.scale)
  if (decimal.digits % unit !== 0n) return null
  const whole = Number(decimal.digits / unit)
  return Number.isSafeInteger(whole) ? whole : null
}

/**
 * Pieces × price in minor units of the currency: computed exactly and rounded once, half away
 * from zero. `null` when the amount is beyond reason.
 */
export function amountOf(quantity: number, price: Decimal): Fen | null {
  const product = BigInt(quantity) * price.digits
  const amount = roundAway(product * 100n, 10n ** BigInt(price.scale))
  return Math.abs(amount) > AMOUNT_FEN_MAX ? null : amount
}

function roundAway(dividend: bigint, divisor: bigint): number {
  const absolute = dividend < 0n ? -dividend : dividend
  const rounded = Number((absolute * 2n + divisor) / (divisor * 2n))
  // Adding 0 keeps the sign off a negative zero.
  return (dividend < 0n ? -rounded : rounded) + 0
}
