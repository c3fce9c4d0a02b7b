import { TIERS, type Tier } from '@core/domain/members/sections'
import { tierAtLeast } from '@core/domain/tiers/tier'
import type { Fen } from '@core/kernel/money'
import {
  duplicateError,
  type KnownSku,
  notCheaperError,
  type PromotionError,
  type PromotionKindDefinition,
} from '../kind-definition'
import type { PromotionBase } from '../promotion-base'
import { commonInScopes, inScope, type Scope } from '../scope'

/** 会员价: a fixed price per tier for some SKUs, else a percentage of the price per tier. */
export type TierPrice = PromotionBase & {
  kind: 'tierPrice'
  scope: Scope
  /**
   * What a tier pays, in percent (95 is 九五折); it holds for the tiers above as well, up to the
   * next tier that is named.
   */
  percents: Partial<Record<Tier, number>>
  prices: { skuId: string; tier: Tier; priceFen: Fen }[]
}

const namedSkus = ({ prices }: TierPrice) =>
  prices.map(({ skuId }, at) => ({ skuId, field: `prices.${at}.skuId` }))

export const tierPriceKind: PromotionKindDefinition<TierPrice, 'TIER_PRICE'> = {
  kind: 'tierPrice',
  code: 'TIER_PRICE',
  namedSkus,
  error(promotion, listPriceOf) {
    const { prices } = promotion
    const keys = prices.map(({ skuId, tier }) => `${skuId} ${tier}`)
    return (
      notCheaperError(prices, listPriceOf) ??
      (prices.length === 0 && hasNoPercentOff(promotion)
        ? { field: 'percents', reason: 'NOTHING_GIVEN' }
        : null) ??
      dearerAboveError(promotion) ??
      duplicateError(keys, 'prices')
    )
  },
  overlap(a, b, skus) {
    const inB = new Set(b.prices.map(({ skuId }) => skuId))
    const named = a.prices.map(({ skuId }) => skuId).filter((id) => inB.has(id))
    if (named.length > 0) return [...new Set(named)]
    const inScopeOfOther = [...namedInScope(a, b, skus), ...namedInScope(b, a, skus)]
    // Fixed prices alone cover nothing by their scope.
    if (inScopeOfOther.length > 0 || hasNoPercentOff(a) || hasNoPercentOff(b)) {
      return [...new Set(inScopeOfOther)]
    }
    return commonInScopes(a.scope, b.scope, skus)
  },
  isOfferedOn: ({ prices, percents, scope }, product) =>
    prices.some(({ skuId }) => product.skuIds.includes(skuId)) ||
    (Object.keys(percents).length > 0 && inScope(scope, product)),
  forSkus: (promotion, skuIds) => ({
    ...promotion,
    prices: promotion.prices.filter(({ skuId }) => skuIds.includes(skuId)),
  }),
}

const hasNoPercentOff = ({ percents }: TierPrice): boolean =>
  Object.values(percents).every((percent) => percent === 100)

/** SKUs with a fixed price in `a` that the percentages of `b` cover. */
function namedInScope(a: TierPrice, b: TierPrice, skus: readonly KnownSku[]): string[] {
  if (hasNoPercentOff(b)) return []
  return a.prices
    .map(({ skuId }) => skuId)
    .filter((id) => skus.some((sku) => sku.id === id && inScope(b.scope, sku)))
}

/** A tier that would pay more than one below it. */
function dearerAboveError({ percents, prices }: TierPrice): PromotionError | null {
  const named = TIERS.filter((tier) => percents[tier] !== undefined)
  const dearer = named.find((tier, at) => {
    const below = named[at - 1]
    return below !== undefined && (percents[tier] ?? 0) > (percents[below] ?? 0)
  })
  if (dearer) return { field: `percents.${dearer}`, reason: 'DEARER_ABOVE' }
  const at = prices.findIndex(({ skuId, tier, priceFen }) =>
    prices.some(
      (one) => one.skuId === skuId && !tierAtLeast(one.tier, tier) && one.priceFen < priceFen,
    ),
  )
  return at < 0 ? null : { field: `prices.${at}.priceFen`, reason: 'DEARER_ABOVE' }
}

export const isTierPrice = (rule: { kind: string }): rule is TierPrice => rule.kind === 'tierPrice'
