import type { AfterSaleKind } from '@core/domain/after-sales/after-sale'
import type { Promotion } from '@core/domain/promotions/promotion'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { DAY_MS } from '@core/kernel/calendar'
import { type Customer, must, type TestShop } from './shop'

/** Sends all of an order that is left, or the pieces named. */
export async function ships(
  shop: TestShop,
  orderId: string,
  lines?: { key: string; quantity: number }[],
) {
  parcels += 1
  const trackingNumber = `SF13${String(parcels).padStart(8, '7')}`
  return must(
    await shop.admin('orders.ship', { orderId, carrier: '顺丰速运', trackingNumber, lines }),
  )
}
let parcels = 0

/** A fresh after-sale id, letters and digits as a phone mints them. */
export function afterSaleId(): string {
  asked += 1
  return `as${String(asked).padStart(18, '0')}`
}
let asked = 0

/** What is asked for: pieces of an order's lines. */
export type Asking = {
  orderId: string
  kind: AfterSaleKind
  lines: { key: string; quantity: number }[]
  exchangeSkuId?: string
}

/** What `afterSales.request` needs for it. */
export const requestOf = ({ exchangeSkuId, ...asking }: Asking) => ({
  ...asking,
  afterSaleId: afterSaleId(),
  reason: 'NOT_WANTED' as const,
  words: '',
  pictures: [],
  exchangeSkuId: exchangeSkuId ?? null,
})

/** A customer asks for something back; answers the after-sale. */
export const asks = (customer: Customer, asking: Asking) =>
  customer.does('afterSales.request', requestOf(asking))

/** A coupon of ¥10 from ¥50 on, offered and claimed by a customer; answers their grant's id. */
export async function claims(shop: TestShop, customer: Customer): Promise<string> {
  offered += 1
  const now = shop.devcloud.clock.now()
  const coupon = {
    id: `coupon${offered}`,
    terms: {
      title: '满 50 减 10',
      off: { kind: 'amount' as const, offFen: 1_000 },
      fromFen: 5_000,
      scope: WHOLE_SHOP_SCOPE,
    },
    validity: { kind: 'days' as const, days: 7 },
    claimFrom: now,
    claimUntil: now + 7 * DAY_MS,
    issuedMax: 10,
    perMemberMax: 1,
    minTier: null,
    isListed: true,
    code: null,
  }
  must(await shop.admin('coupons.save', { coupon }))
  return (await customer.does('coupons.claim', { couponId: coupon.id })).id
}
let offered = 0

type Draft<P> = P extends Promotion
  ? Omit<P, 'id' | 'startsAt' | 'endsAt' | 'minTier' | 'title'> & Partial<P>
  : never

/** Starts a promotion for everyone that lasts a day from now; returns its id. */
export async function runs(shop: TestShop, rule: Draft<Promotion>): Promise<string> {
  activities += 1
  const now = shop.devcloud.clock.now()
  const id = `activity${activities}`
  const plain = { id, title: `活动 ${activities}`, startsAt: now, endsAt: now + DAY_MS }
  const promotion: Promotion = { ...plain, minTier: null, ...rule }
  must(await shop.admin('promotions.save', { promotion }))
  return id
}
let activities = 0

/** Ends a promotion, so that the next test can use its products. */
export const ends = async (shop: TestShop, promotionId: string) =>
  must(await shop.admin('promotions.end', { promotionId }))

/** The customer has the goods. */
export async function receives(shop: TestShop, customer: Customer, orderId: string) {
  await ships(shop, orderId)
  return customer.does('orders.confirmReceipt', { orderId })
}
