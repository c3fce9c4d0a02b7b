import type { CouponOffer } from '@core/contract/coupons'
import type { DeliveryView, DeliveryZone } from '@core/contract/storefront'
import type { Promotion } from '@core/domain/promotions/promotion'
import { formatAmount, formatRoundAmount } from '@/copy/numbers'
import { PROMOTION_NAMES } from '@/copy/promotions'

const isClaimable = ({ refusal }: CouponOffer): boolean =>
  refusal === null || refusal === 'NOT_A_MEMBER'

/** What can be saved, in one line: `可领券 2 张，最多省 ¥15 · 满减`. */
export function savingsCopy(
  coupons: readonly CouponOffer[],
  promotions: readonly Promotion[],
): string {
  const claimable = coupons.filter(isClaimable)
  const usable = claimable.length > 0 ? claimable : coupons.filter(({ claimed }) => claimed > 0)
  const most = Math.max(0, ...usable.map(({ terms }) => mostOff(terms)))
  const count = `${claimable.length > 0 ? '可领券' : '已领券'} ${usable.length} 张`
  const saved = most > 0 ? `${count}，最多省 ${formatRoundAmount(most)}` : count
  const names = [...new Set(promotions.map(({ kind }) => PROMOTION_NAMES[kind]))]
  return [...(usable.length > 0 ? [saved] : []), ...names].join(' · ')
}

/** The most that a coupon can take off; 0 when it has no bound. */
const mostOff = ({ off }: CouponOffer['terms']): number =>
  off.kind === 'amount' ? off.offFen : (off.capFen ?? 0)

/** The zone of a province; without one, everywhere else. */
export const deliveryZone = (
  { zones }: DeliveryView,
  province: string | null,
): DeliveryZone | undefined =>
  zones.find(({ provinces }) => province !== null && provinces.includes(province)) ??
  zones.find(({ provinces }) => provinces.length === 0)

/** Where it goes and for how much: `浙江省 · 运费 ¥8.00，满 ¥99 包邮`. */
export function deliveryCopy(delivery: DeliveryView, province: string | null): string {
  const zone = deliveryZone(delivery, province)
  const where = province ?? '选择省份'
  if (!zone?.isServed) return `${where} · 暂时送不到`
  return `${where} · ${freightCopy(zone)}`
}

function freightCopy({ fen, isFrom, freeFromFen }: DeliveryZone): string {
  if (fen === 0 && !isFrom) return '包邮'
  const freight = `运费 ${formatAmount(fen)}${isFrom ? ' 起' : ''}`
  return freeFromFen === null ? freight : `${freight}，满 ${formatRoundAmount(freeFromFen)} 包邮`
}
