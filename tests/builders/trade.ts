import type { AfterSaleKind } from '@core/domain/after-sale'
import { must, type Customer, type TestShop } from './shop'

/** Sends all of an order that is left, or the pieces named. */
export async function ships(
  shop: TestShop,
  orderId: string,
  lines?: { key: string; quantity: number }[],
) {
  parcels += 1
  const trackingNumber = `SF${String(parcels).padStart(10, '0')}`
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

/** The customer has the goods. */
export async function receives(shop: TestShop, customer: Customer, orderId: string) {
  await ships(shop, orderId)
  return customer.does('orders.confirmReceipt', { orderId })
}
