import { type Fen, formatFen } from '@core/kernel/money'

/** `12.8` → `1280`; `null` when empty, NaN when it is not an amount. */
export function parseAmount(text: string): Fen | null {
  const typed = text.trim().replace(/^¥/, '')
  if (typed === '') return null
  const parts = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(typed)
  if (!parts) return NaN
  const [, yuan = '0', cents = ''] = parts
  return Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
}

/** `12` → `12`; `null` when empty, NaN when it is not a whole number. */
export function parseWhole(text: string): number | null {
  const typed = text.trim()
  if (typed === '') return null
  return /^\d{1,9}$/.test(typed) ? Number(typed) : NaN
}

/** Characters of a discount as people write it: 九点五折, 9.5 折. */
export const DISCOUNT_MAX = 6

/**
 * What is still paid, in percent, as people write it: `9.5`, `95`, `95%`, `9.5 折`, `九五折`, `半价`
 * → `95` … From 11 on a number is percent, since nobody pays eleven tenths; `null` when empty, NaN
 * when it is no discount.
 */
export function parseDiscount(text: string): number | null {
  const typed = digits(text.normalize('NFKC').replace(/\s|折$/g, ''))
  if (typed === '') return text.trim() === '' ? null : NaN
  if (HALF_PRICE.includes(typed)) return 50
  const percent = /^(\d{1,3})%$/.exec(typed)?.[1]
  if (percent !== undefined) return Number(percent) <= 100 ? Number(percent) : NaN
  if (/^(10|\d(\.\d)?)$/.test(typed)) return Math.round(Number(typed) * 10)
  return /^[1-9]\d$/.test(typed) ? Number(typed) : NaN
}

const HALF_PRICE = ['半价', '对']

const DIGITS = '零一二三四五六七八九'

/** Chinese digits as Arabic ones: `九五` → `95`, `九点五` → `9.5`, `十` → `10`. */
const digits = (text: string): string =>
  text
    .replace(/[零一二三四五六七八九]/g, (digit) => String(DIGITS.indexOf(digit)))
    .replace('点', '.')
    .replace('十', '10')

/** How a discount is understood that is not written in tenths: `95` → `就是 9.5 折`. */
export function discountNote(text: string): string | undefined {
  const percent = parseDiscount(text)
  if (percent === null || Number.isNaN(percent)) return undefined
  const read = discountText(percent)
  return read === text.trim() ? undefined : `就是 ${read} 折`
}

/** An amount as it is typed: `1280` → `12.80`, `1200` → `12`; empty for `null`. */
export const amountText = (fen: Fen | null): string =>
  fen === null ? '' : formatFen(fen).replace(/\.00$/, '')

/** Empty for `null`. */
export const numberText = (value: number | null): string => (value === null ? '' : String(value))

/** `95` → `9.5`. */
export const discountText = (percent: number): string => String(percent / 10)
