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

/** 9.5 折 as people type it, in percent: `9.5` → `95`, up to `10`. */
export function parseTenths(text: string): number | null {
  const typed = text.trim()
  if (typed === '') return null
  return /^(10|\d(\.\d)?)$/.test(typed) ? Math.round(Number(typed) * 10) : NaN
}

/** An amount as it is typed: `1280` → `12.80`, `1200` → `12`; empty for `null`. */
export const amountText = (fen: Fen | null): string =>
  fen === null ? '' : formatFen(fen).replace(/\.00$/, '')

/** Empty for `null`. */
export const numberText = (value: number | null): string => (value === null ? '' : String(value))

/** `95` → `9.5`. */
export const tenthsText = (percent: number): string => String(percent / 10)
