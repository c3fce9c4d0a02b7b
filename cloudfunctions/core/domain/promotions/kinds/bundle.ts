import type { Fen } from '@core/kernel/money'
import { duplicateError, type PromotionKindDefinition } from '../kind-definition'
import type { PromotionBase } from '../promotion-base'

/** 套餐: these pieces together cost `priceFen`. */
export type Bundle = PromotionBase & {
  kind: 'bundle'
  parts: { skuId: string; quantity: number }[]
  priceFen: Fen
}

export const bundleKind: PromotionKindDefinition<Bundle, 'BUNDLE'> = {
  kind: 'bundle',
  code: 'BUNDLE',
  namedSkus: ({ parts }) => parts.map(({ skuId }, at) => ({ skuId, field: `parts.${at}.skuId` })),
  error({ parts, priceFen }, listPriceOf) {
    const worth = parts.reduce((sum, part) => sum + listPriceOf(part.skuId) * part.quantity, 0)
    if (priceFen >= worth) return { field: 'priceFen', reason: 'NOT_CHEAPER' }
    const skuIds = parts.map(({ skuId }) => skuId)
    return duplicateError(skuIds, 'parts')
  },
  offerSkus: ({ parts }) => parts.map(({ skuId }) => skuId),
}
