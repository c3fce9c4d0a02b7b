import type { CouponOffer } from '@core/contract/coupons'
import type { HomeView, LimitedOffer } from '@core/contract/storefront'
import type { CouponDocument } from '@core/data/coupons/documents'
import type { Database } from '@core/data/database'
import type { MemberDocument } from '@core/data/members/documents'
import { factsOf } from '@core/data/members/member-section'
import type { OfferedSku } from '@core/data/stock/skus'
import { isTimePrice, type TimePrice } from '@core/domain/promotions/kinds/time-price'
import type { Promotion } from '@core/domain/promotions/promotion'
import { isRunning } from '@core/domain/promotions/promotion-base'
import type { Instant } from '@core/kernel/calendar'
import type { Context } from '@core/operations/context'
import { offerView } from '@core/operations/coupons/views'
import { namedSku } from '@core/operations/promotions/views'
import { type Pricing, skuPrice } from './prices'

/** Goods in the row of home: what two screens across hold. */
const LIMITED_SKUS_MAX = 8

/** The running price for a time that ends first and is for everybody. */
export const limitedPromotion = (
  promotions: readonly Promotion[],
  now: Instant,
): TimePrice | undefined =>
  promotions
    .filter(isTimePrice)
    .filter((promotion) => promotion.minTier === null && isRunning(promotion, now))
    .sort((a, b) => a.endsAt - b.endsAt)[0]

/** The SKUs of it that are looked at: a few more than are shown, as some may be sold out. */
export const limitedSkuIds = (promotion: TimePrice | undefined): string[] =>
  (promotion?.prices ?? []).slice(0, 2 * LIMITED_SKUS_MAX).map(({ skuId }) => skuId)

/** The row of home: of each product one SKU that can be had at the promotion's price now. */
export function limitedOffer(
  promotion: TimePrice | undefined,
  skus: readonly OfferedSku[],
  pricing: Pricing,
): LimitedOffer | null {
  if (!promotion) return null
  const priced = skus
    .filter(({ isOnSale, isOffered, available }) => isOnSale && isOffered && available > 0)
    .map((sku) => ({ sku, price: skuPrice(sku, pricing) }))
    .filter(({ price }) => price.promotionId === promotion.id)
  const byProduct = new Map(priced.map((one) => [one.sku.productId, one]))
  const shown = [...byProduct.values()].slice(0, LIMITED_SKUS_MAX)
  if (shown.length === 0) return null
  const { title, endsAt } = promotion
  return { title, endsAt, skus: shown.map(({ sku, price }) => offered(sku, price.fen)) }
}

const offered = (sku: OfferedSku, nowFen: number) => ({ ...namedSku(sku), nowFen })

/** The caller's latest order that waits for payment. */
export async function latestUnpaid(
  db: Database,
  memberId: string | null,
  now: Instant,
): Promise<HomeView['unpaid']> {
  if (memberId === null) return null
  const [order] = await db.find('orders', {
    where: { memberId, state: 'awaitingPayment' },
    orderBy: [
      ['placedAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: 1,
    fields: ['_id', 'quote.totalFen', 'dueAt'],
  })
  // One that is over is closed by the next sweep.
  if (!order || order.dueAt === null || order.dueAt <= now) return null
  return { orderId: order._id, totalFen: order.quote.totalFen, dueAt: order.dueAt }
}

type Newcomer = {
  member: MemberDocument | null
  claimed: ReadonlyMap<string, number> | null
}

/** The coupon that takes most off a first order, if the caller has none yet and may claim it. */
export function welcomeCoupon(
  { now: at }: Context,
  listed: readonly CouponDocument[],
  { member, claimed }: Newcomer,
): CouponOffer | null {
  if (member && factsOf(member).ordersPlaced > 0) return null
  const offers = listed
    .filter(({ isStopped }) => !isStopped)
    .map((coupon) => offerView(coupon, { member, claimed: claimed?.get(coupon._id) ?? 0, at }))
    .filter(({ refusal }) => refusal === null || refusal === 'NOT_A_MEMBER')
  return offers.sort((a, b) => mostOff(b) - mostOff(a))[0] ?? null
}

/** The most that it can take off; of a percentage without a bound, that is not known. */
const mostOff = ({ terms: { off } }: CouponOffer): number =>
  off.kind === 'amount' ? off.offFen : (off.capFen ?? 0)
