import type { Fen } from '@core/kernel/money'

/** `12.8` → `1280`; `null` of nothing, NaN of what is no amount. */
export function amountOf(text: string): Fen | null {
  const typed = text.trim().replace(/^¥/, '')
  if (typed === '') return null
  const parts = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(typed)
  if (!parts) return NaN
  const [, yuan = '0', cents = ''] = parts
  return Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
}

/** `12` → `12`; `null` of nothing, NaN of what is no whole number. */
export function wholeOf(text: string): number | null {
  const typed = text.trim()
  if (typed === '') return null
  return /^\d{1,9}$/.test(typed) ? Number(typed) : NaN
}
