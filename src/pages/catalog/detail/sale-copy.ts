import type { ProductView } from '@core/contract/storefront'
import type { Day } from '@core/kernel/calendar'
import { formatMoment } from '@/copy/dates'
import { TIER_COPY } from '@/copy/lifecycle'

/** Purchase limits: `每人 4 件，每单 2 件`; `''` without one. */
export function limitCopy({ perMember, perOrder }: ProductView['limits']): string {
  const parts = [
    ...(perMember === null ? [] : [`每人 ${perMember} 件`]),
    ...(perOrder === null ? [] : [`每单 ${perOrder} 件`]),
  ]
  return parts.join('，')
}

/** The points of a piece of the chosen SKU; without a choice, the fewest of all. */
export function pointsCopy(
  { skus, earnsPoints }: Pick<ProductView, 'skus' | 'earnsPoints'>,
  sku: { id: string } | null,
): string {
  const earned = (sku ? [sku] : skus).map(({ id }) => earnsPoints[id] ?? 0)
  const fewest = earned.length === 0 ? 0 : Math.min(...earned)
  if (fewest === 0) return ''
  return `下单得 ${fewest} 积分${earned.some((points) => points > fewest) ? '起' : ''}`
}

type LaunchInfo = Pick<ProductView, 'sale' | 'earlyAccess' | 'launchAt'>

/** When the product goes on sale, or that this customer has early access. */
export function launchCopy({ sale, launchAt }: LaunchInfo, today: Day): string {
  if (sale.state === 'EARLY')
    return `你可以先买，${formatMoment(sale.launchAt, today)} 起大家都能买`
  if (sale.state !== 'NOT_YET') return ''
  const isEarlyAccess = launchAt !== null && sale.from < launchAt
  return `${formatMoment(sale.from, today)} ${isEarlyAccess ? '你可以先买' : '开售'}`
}

/** Who has early access and from when; for those who have it, when everyone can buy. */
export function earlyAccessCopy({ sale, earlyAccess, launchAt }: LaunchInfo, today: Day): string {
  if (earlyAccess === null || launchAt === null || sale.state !== 'NOT_YET') return ''
  if (sale.from < launchAt) return `${formatMoment(launchAt, today)} 起大家都能买`
  const { tier, from } = earlyAccess
  const who = tier === 'basic' ? '会员' : `${TIER_COPY[tier]}${tier === 'black' ? '' : '及以上'}`
  return `${who} ${formatMoment(from, today)} 起可以先买`
}
