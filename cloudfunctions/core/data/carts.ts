/** A line of the stored cart; prices are looked up when it is shown. */
export type CartLineDocument = { skuId: string; quantity: number; addedAt: number }
