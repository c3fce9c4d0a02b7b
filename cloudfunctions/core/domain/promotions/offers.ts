import type { Instant } from '@core/kernel/calendar'
import type { OfferedProduct } from './kind-definition'
import { byKind, definitionOf, namedSkus, type Promotion } from './promotion'
import { isRunning } from './promotion-base'
import { inScope, WHOLE_SHOP_SCOPE } from './scope'

/**
 * The promotions offered on a product before it is in a cart: running ones, and announced ones
 * that are yet to start. In the order of a quote, each reduced to what is about this product.
 */
export function offersOn(
  product: OfferedProduct,
  promotions: readonly Promotion[],
  at: Instant,
): Promotion[] {
  return promotions
    .filter((one) => isRunning(one, at) || (isAnnounced(one) && one.startsAt > at))
    .filter((one) => isOfferedOn(one, product))
    .map((one) => forProduct(one, product))
    .sort((a, b) => byKind(a, b) || a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))
}

const isAnnounced = ({ kind }: Promotion): boolean => definitionOf(kind).isAnnounced ?? false

function isOfferedOn(promotion: Promotion, product: OfferedProduct): boolean {
  const { isOfferedOn: byOwnRule } = definitionOf(promotion.kind)
  if (byOwnRule) return byOwnRule(promotion, product)
  if ('scope' in promotion) return inScope(promotion.scope, product)
  return namedSkus(promotion).some(({ skuId }) => product.skuIds.includes(skuId))
}

/** The promotion without what is about other goods. */
function forProduct(promotion: Promotion, { skuIds }: OfferedProduct): Promotion {
  const own = definitionOf(promotion.kind).forSkus?.(promotion, skuIds) ?? promotion
  return 'scope' in own ? { ...own, scope: WHOLE_SHOP_SCOPE } : own
}

/** The offers on a product's card: running ones that every customer may use. */
export const cardOffers = (offers: readonly Promotion[], at: Instant): Promotion[] =>
  offers
    .filter((one) => definitionOf(one.kind).hasCardTag?.(one) ?? false)
    .filter((one) => one.minTier === null && isRunning(one, at))
    .slice(0, CARD_OFFERS_MAX)

/** Tags of one card: they share one line. */
const CARD_OFFERS_MAX = 2
