import { type LineOptions, lineKey } from '@core/domain/catalog/product'

/** A line of the stored cart; prices are looked up when the cart is shown. */
export type CartLineDocument = {
  skuId: string
  quantity: number
  options: LineOptions
  addedAt: number
}

export const cartLineKey = ({ skuId, options }: CartLineDocument): string => lineKey(skuId, options)
