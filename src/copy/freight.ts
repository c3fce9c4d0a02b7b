import { zoneOf } from '@core/domain/freight/freight-table'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { Adjustment, Quote } from '@core/domain/pricing/quote-types'
import { formatRoundAmount } from './numbers'

type FreightContext = Pick<PricingInput, 'freight' | 'province'>

/** The free freight threshold of the destination: `满 99 包邮`; `''` when there is none. */
function freeFreightCopy({ freight, province }: FreightContext): string {
  const from = zoneOf(freight, province)?.freeFromFen ?? null
  return from === null ? '' : `满 ${formatRoundAmount(from).slice(1)} 包邮`
}

/** The freight of a quote in one line, beside the total. */
export function freightCopy(quote: Quote, context: FreightContext): string {
  if (!quote.isServed) return '暂时送不到你的地址'
  if (quote.freightFen === 0) return '已包邮'
  const missing = quote.freeFreightMissingFen
  if (missing === 0) return `含运费 ${formatRoundAmount(quote.freightFen)}`
  return `${freeFreightCopy(context) || '可以包邮'}，还差 ${formatRoundAmount(missing)}`
}

/** Why freight is free (promotion or threshold), else the name of its zone. */
export function freightReasonCopy(
  adjustments: readonly Adjustment[],
  context?: FreightContext,
): string {
  const free = adjustments.find(({ code }) => code === 'FREE_FREIGHT')
  if (free) return free.title || (context && freeFreightCopy(context)) || '已包邮'
  return adjustments.find(({ code }) => code === 'FREIGHT')?.title ?? ''
}

/** A province as people call it: 浙江, 内蒙古. */
export const provinceCopy = (name: string): string =>
  name.replace(/省$|市$|(壮族|回族|维吾尔)?自治区$|特别行政区$/, '')
