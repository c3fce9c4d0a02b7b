import { zoneOf } from '@core/domain/freight/freight-table'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { Adjustment, Quote } from '@core/domain/pricing/quote-types'
import { formatRoundAmount } from './numbers'

type FreightContext = Pick<PricingInput, 'freight' | 'province'>

/** From which amount on the parcel is free where it goes: `满 99 包邮`; `''` when it never is. */
function freeFreightCopy({ freight, province }: FreightContext): string {
  const from = zoneOf(freight, province)?.freeFromFen ?? null
  return from === null ? '' : `满 ${formatRoundAmount(from).slice(1)} 包邮`
}

/** The freight of a bill in one line, beside the running total. */
export function freightCopy(bill: Quote, going: FreightContext): string {
  if (!bill.isServed) return '暂时送不到你的地址'
  if (bill.freightFen === 0) return '已包邮'
  const missing = bill.freeFreightMissingFen
  if (missing === 0) return `含运费 ${formatRoundAmount(bill.freightFen)}`
  return `${freeFreightCopy(going) || '可以包邮'}，还差 ${formatRoundAmount(missing)}`
}

/** Why the freight is what it is: the activity or the amount that freed it, else its zone. */
export function freightReasonCopy(adjustments: readonly Adjustment[], going?: FreightContext): string {
  const free = adjustments.find(({ code }) => code === 'FREE_FREIGHT')
  if (free) return free.title || (going && freeFreightCopy(going)) || '已包邮'
  return adjustments.find(({ code }) => code === 'FREIGHT')?.title ?? ''
}

/** A province as people call it: 浙江, 内蒙古. */
export const provinceCopy = (name: string): string =>
  name.replace(/省$|市$|(壮族|回族|维吾尔)?自治区$|特别行政区$/, '')
