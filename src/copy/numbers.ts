import { type Fen, formatFen } from '@core/kernel/money'

/** `1284` → `1,284`. */
export const formatCount = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** `312640` → `¥3,126.40`; negative amounts lead with a minus sign. */
export function formatAmount(fen: Fen): string {
  const [yuan = '0', cents = '00'] = formatFen(Math.abs(fen)).split('.')
  return `${fen < 0 ? '−' : ''}¥${formatCount(Number(yuan))}.${cents}`
}

/** An amount without trailing `.00`, for sentences: `9900` → `¥99`, `1250` → `¥12.50`. */
export const formatRoundAmount = (fen: Fen): string => formatAmount(fen).replace(/\.00$/, '')

const FULL_PERCENT = 100

/** What is still paid, as people say it: 50 % off is 5 折, 12 % off is 8.8 折. */
export const discountCopy = (percentOff: number): string => `${(FULL_PERCENT - percentOff) / 10} 折`

/** What the pieces of a line cost: `¥24.90`, or `2 × ¥24.90 + 2 × ¥29.90` when they differ. */
export function piecesCopy(prices: readonly { quantity: number; fen: Fen }[]): string {
  const [first, ...others] = prices
  if (first && others.length === 0) return formatAmount(first.fen)
  return prices.map(({ quantity, fen }) => `${quantity} × ${formatAmount(fen)}`).join(' + ')
}
