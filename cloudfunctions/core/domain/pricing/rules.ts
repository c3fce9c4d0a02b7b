import { byKind, type Promotion, type PromotionKind } from '@core/domain/promotions/promotion'
import { isRunning } from '@core/domain/promotions/promotion-base'
import type { Instant } from '@core/kernel/calendar'
import type { GoodsPhase, PricingRule } from './rule'
import { bundleRule } from './rules/bundle'
import { freeFreightRule } from './rules/free-freight'
import { giftRule } from './rules/gift'
import { nthPieceRule } from './rules/nth-piece'
import { spendOffRule } from './rules/spend-off'
import { tierPriceRule } from './rules/tier-price'
import { timePriceRule } from './rules/time-price'

/** The pricing rule of every kind of promotion. */
export const PRICING_RULES = {
  timePrice: timePriceRule,
  bundle: bundleRule,
  nthPiece: nthPieceRule,
  tierPrice: tierPriceRule,
  spendOff: spendOffRule,
  gift: giftRule,
  freeFreight: freeFreightRule,
} satisfies { [K in PromotionKind]: PricingRule<Extract<Promotion, { kind: K }>> }

/** How a kind of promotion changes a price. */
export const ruleOf = (kind: PromotionKind): PricingRule<Promotion> => PRICING_RULES[kind]

/** When promotions of a kind take their amount off the goods; `null` for gifts and freight. */
export function phaseOf(kind: PromotionKind): GoodsPhase | null {
  const rule = ruleOf(kind)
  return rule.stage === 'goods' ? rule.phase : null
}

/** Whether promotions of a kind change the price of single pieces. */
export function setsUnitPrice(kind: PromotionKind): boolean {
  const rule = ruleOf(kind)
  return rule.stage === 'goods' && rule.unitPrice !== undefined
}

/** The running promotions, kind by kind; those of one kind by id, the same on every device. */
export const runningInOrder = (promotions: readonly Promotion[], at: Instant): Promotion[] =>
  promotions
    .filter((promotion) => isRunning(promotion, at))
    .sort((a, b) => byKind(a, b) || (a.id < b.id ? -1 : 1))
