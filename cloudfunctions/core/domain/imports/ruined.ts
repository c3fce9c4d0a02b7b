/** What a spreadsheet or a wrong encoding made of a cell; what was there cannot be restored. */
export type Ruin = 'ROUNDED' | 'LAST_DIGITS_ZERO' | 'FORMULA' | 'GARBLED'

/** A spreadsheet's numbers are exact to so many digits. */
const EXACT_DIGITS = 15

/** `1.78455E+18`, `1,78455e18`, `1E+18`; not `12E50` or `90141E`, which may be codes. */
const SCIENTIFIC = /^[+-]?(?:\d+[.,]\d+e[+-]?\d+|\d+e\+\d+|\de\d{2})$/i
/** A whole number that went through a floating-point number; a long one lost digits there. */
const FLOAT = /^(\d+)\.0+$/
/** `=A1`, `#REF!`, `########`. */
const FORMULA = /^(?:=|#[A-Z]+[A-Z/0-9]*[!?]|#N\/A$|#+$)/i
/** U+FFFD stands for bytes that are no character; the others are its usual wrong reading. */
const GARBLED = /\ufffd|锟斤拷|ï»¿/

/** Whether a key (an order number, a code, a customer) is no longer what its system wrote. */
export function ruinOf(key: string): Ruin | null {
  if (SCIENTIFIC.test(key)) return 'ROUNDED'
  const float = FLOAT.exec(key)?.[1]
  if (float !== undefined && float.length > EXACT_DIGITS) return 'ROUNDED'
  if (FORMULA.test(key)) return 'FORMULA'
  return isGarbled(key) ? 'GARBLED' : null
}

/** Whether a text was read in a wrong encoding. */
export const isGarbled = (text: string): boolean => GARBLED.test(text)

/** Long numbers of one column with the same number of digits, and how many end in zeros only. */
export type LongNumbers = { digits: number; count: number; zeroEnded: number }

/** The probability below which zeros at the end are no chance. */
const CHANCE_MAX = 0.01

/**
 * Whether the long numbers of a column were rounded to 15 digits. By chance one of 10^(digits−15)
 * ends in zeros only; Chernoff's bound says how unlikely as many as these are.
 */
export function areRounded(groups: readonly LongNumbers[]): boolean {
  const found = groups.reduce((sum, { zeroEnded }) => sum + zeroEnded, 0)
  const expected = groups.reduce(
    (sum, { digits, count }) => sum + count / 10 ** (digits - EXACT_DIGITS),
    0,
  )
  if (found <= expected) return false
  const chance = Math.exp(found - expected) * (expected / found) ** found
  return chance < CHANCE_MAX
}
