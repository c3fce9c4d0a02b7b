import { zoneOf } from '@core/domain/freight/freight-table'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { Adjustment, Quote } from '@core/domain/pricing/quote-types'
import { formatRoundAmount } from './numbers'

type Going = Pick<PricingInput, 'freight' | 'province'>

/** From which amount on the parcel is free where it goes: `满 99 包邮`; `''` when it never is. */
function freeWords({ freight, province }: Going): string {
  const from = zoneOf(freight, province)?.freeFromFen ?? null
  return from === null ? '' : `满 ${formatRoundAmount(from).slice(1)} 包邮`
}

/** The freight of a bill in one line, beside the running total. */
export function freightCopy(bill: Quote, going: Going): string {
  if (!bill.isServed) return '暂时送不到你的地址'
  if (bill.freightFen === 0) return '已包邮'
  const missing = bill.freeFreightMissingFen
  if (missing === 0) return `含运费 ${formatRoundAmount(bill.freightFen)}`
  return `${freeWords(going) || '可以包邮'}，还差 ${formatRoundAmount(missing)}`
}

/** Why the freight is what it is: the activity or the amount that freed it, else its zone. */
export function freightWhy(adjustments: readonly Adjustment[], going?: Going): string {
  const free = adjustments.find(({ code }) => code === 'FREE_FREIGHT')
  if (free) return free.title || (going && freeWords(going)) || '已包邮'
  return adjustments.find(({ code }) => code === 'FREIGHT')?.title ?? ''
}
