import {
  inScope,
  isRunning,
  PROMOTION_KINDS,
  type Promotion,
  WHOLE_SHOP_SCOPE,
} from '@core/domain/promotions/promotion'
import { namedSkus } from '@core/domain/promotions/promotion-errors'
import type { Instant } from '@core/kernel/calendar'

/** What offers are looked up for: a product with those of its SKUs that are on sale. */
export type OfferedProduct = { productId: string; categoryIds: string[]; skuIds: string[] }

/**
 * The activities that reach a product, before anything is in a cart: those that run, and prices of
 * a time that are to come. They come in the order in which a bill reckons them, and speak of this
 * product alone.
 */
export function offersOn(
  product: OfferedProduct,
  promotions: readonly Promotion[],
  at: Instant,
): Promotion[] {
  return promotions
    .filter((rule) => isRunning(rule, at) || (rule.kind === 'timePrice' && rule.startsAt > at))
    .filter((rule) => reaches(rule, product))
    .map((rule) => spokenOf(rule, product))
    .sort((a, b) => place(a) - place(b) || a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))
}

const place = ({ kind }: Promotion) => PROMOTION_KINDS.indexOf(kind)

function reaches(rule: Promotion, product: OfferedProduct): boolean {
  const isNamed = namedSkus(rule).some(({ skuId }) => product.skuIds.includes(skuId))
  switch (rule.kind) {
    case 'timePrice':
    case 'bundle':
      return isNamed
    case 'tierPrice':
      return isNamed || (Object.keys(rule.percents).length > 0 && inScope(rule.scope, product))
    default:
      return inScope(rule.scope, product)
  }
}

/** The activity without what is about other goods. */
function spokenOf(rule: Promotion, { skuIds }: OfferedProduct): Promotion {
  switch (rule.kind) {
    case 'timePrice':
      return { ...rule, prices: rule.prices.filter(({ skuId }) => skuIds.includes(skuId)) }
    case 'tierPrice':
      return {
        ...rule,
        scope: WHOLE_SHOP_SCOPE,
        prices: rule.prices.filter(({ skuId }) => skuIds.includes(skuId)),
      }
    case 'bundle':
      return rule
    default:
      return { ...rule, scope: WHOLE_SHOP_SCOPE }
  }
}

/** Kinds that a card in a list has room to name: what a price does not say already. */
const ON_CARDS: Promotion['kind'][] = ['nthPiece', 'spendOff', 'gift']

/** The offers of a card in a list: those that run and that everybody has. */
export const cardOffers = (offers: readonly Promotion[], at: Instant): Promotion[] =>
  offers
    .filter((rule) => ON_CARDS.includes(rule.kind) && rule.minTier === null && isRunning(rule, at))
    .filter((rule) => rule.kind !== 'gift' || !rule.isOptional)
    .slice(0, CARD_OFFERS_MAX)

/** Tags of one card: they stand in one line. */
const CARD_OFFERS_MAX = 2
