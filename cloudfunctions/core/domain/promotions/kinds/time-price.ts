import type { Fen } from '@core/kernel/money'
import { duplicateError, notCheaperError, type PromotionKindDefinition } from '../kind-definition'
import type { PromotionBase } from '../promotion-base'

/**
 * 限时折扣/秒杀: a price for a time. `stock` pieces are reserved for it (`null`: as many as the
 * SKU has); a member may buy at most `perMemberMax` pieces at this price.
 */
export type TimePrice = PromotionBase & {
  kind: 'timePrice'
  prices: { skuId: string; priceFen: Fen; stock: number | null }[]
  perMemberMax: number | null
}

export const timePriceKind: PromotionKindDefinition<TimePrice, 'TIME_PRICE'> = {
  kind: 'timePrice',
  code: 'TIME_PRICE',
  namedSkus: ({ prices }) =>
    prices.map(({ skuId }, at) => ({ skuId, field: `prices.${at}.skuId` })),
  error({ prices }, listPriceOf) {
    const skuIds = prices.map(({ skuId }) => skuId)
    return notCheaperError(prices, listPriceOf) ?? duplicateError(skuIds, 'prices')
  },
  ownStock: ({ prices }) =>
    prices.flatMap(({ skuId, stock }) => (stock === null ? [] : [{ skuId, stock }])),
  priceOf: ({ prices }, id) => prices.find(({ skuId }) => skuId === id)?.priceFen ?? null,
  perMemberMax: ({ perMemberMax }) => perMemberMax,
  forSkus: (promotion, skuIds) => ({
    ...promotion,
    prices: promotion.prices.filter(({ skuId }) => skuIds.includes(skuId)),
  }),
  isAnnounced: true,
}

export const isTimePrice = (rule: { kind: string }): rule is TimePrice => rule.kind === 'timePrice'
