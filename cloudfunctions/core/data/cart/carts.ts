import { type LineOptions, lineKey } from '@core/domain/catalog/product'

/** A line of the stored cart; prices are looked up when it is shown. */
export type CartLineDocument = {
  skuId: string
  quantity: number
  options: LineOptions
  addedAt: number
}

/** The name of a cart's line. */
export const cartLineKey = ({ skuId, options }: CartLineDocument): string => lineKey(skuId, options)
