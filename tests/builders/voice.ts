import type { WriteReviewInput } from '@core/contract/reviews'
import type { Customer, TestShop } from './shop'
import { ships } from './trade'

/** An order of one line that is in its customer's hands. */
export async function receives(
  shop: TestShop,
  customer: Customer,
  skuId = 'tea:1',
): Promise<{ orderId: string; lineKey: string }> {
  const { id: orderId } = await customer.buys(skuId)
  await ships(shop, orderId)
  await customer.does('orders.confirmReceipt', { orderId })
  return { orderId, lineKey: skuId }
}

/** A word on a line, as good as can be unless said otherwise. */
export const wordOn = (
  line: Pick<WriteReviewInput, 'orderId' | 'lineKey'>,
  said: Partial<WriteReviewInput> = {},
): WriteReviewInput => ({
  ...line,
  stars: 5,
  text: '很香，包得也仔细',
  pictures: [],
  isAnonymous: false,
  ...said,
})

/** The address of a picture in the devcloud's cloud storage. */
export const pictureAt = (name: string): string => `cloud://devcloud.files/reviews/${name}.jpg`

/** Buys, receives and reviews; answers the review. */
export async function reviews(
  shop: TestShop,
  customer: Customer,
  said: Partial<WriteReviewInput> & { skuId?: string } = {},
) {
  const { skuId, ...words } = said
  const line = await receives(shop, customer, skuId)
  return customer.does('reviews.write', wordOn(line, words))
}
