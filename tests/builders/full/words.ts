/** The moment of everything that a full shop holds. */
export const AT = Date.parse('2026-03-04T09:00:00+08:00')

export const DAY = '2026-03-03'
export const han = (length: number) => '山'.repeat(length)
/** The longest address of a file. */
export const file = (at: number) => `cloud://env.bucket/${String(at).padStart(277, 'f')}.png`
/** The longest id that the staff may choose. */
export const longId = (prefix: string, at: number) =>
  `${prefix}-${String(at)}`.padEnd(64, 'x').slice(0, 64)
export const many = <T>(length: number, make: (at: number) => T): T[] =>
  Array.from({ length }, (_, at) => make(at))
/** The longest id that a phone may mint. */
export const mintedId = (prefix: string, at: number) => `${prefix}${String(at).padStart(28, '0')}`

export const productId = (at: number) => longId('product', at)
export const skuId = (at: number) => longId('sku', at)
export const tagId = (at: number) => longId('tag', at)
export const categoryId = (at: number) => longId('category', at)
export const couponId = (at: number) => longId('coupon', at)
export const promotionId = (at: number) => longId('promotion', at)
export const articleId = (at: number) => longId('article', at)
export const orderId = (at: number) => mintedId('ordr', at)
export const afterSaleId = (at: number) => mintedId('afte', at)
export const ticketId = (at: number) => mintedId('tick', at)
export const addressId = (at: number) => longId('address', at)
export const grantIdOf = (at: number, memberId: string) => `${couponId(at)}:${memberId}:1`
