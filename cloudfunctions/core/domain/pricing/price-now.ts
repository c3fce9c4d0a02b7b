import {
  isFor,
  isRunning,
  type Promotion,
  type TierPrice,
  type TimePrice,
} from '@core/domain/promotions/promotion'
import type { Tier } from '@core/domain/tiers/tier'
import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import type { PricingLine } from './pricing-input'
import { tierUnitFen } from './rules/tier-price'
import { setApart } from './rules/time-price'

/** What one piece costs somebody now, and why it is not the list price. */
export type PriceNow = {
  fen: Fen
  listFen: Fen
  code: 'TIME_PRICE' | 'TIER_PRICE' | null
  promotionId: string | null
  title: string
  /** When the price ends; `null` for the list price. */
  endsAt: Instant | null
  /** Pieces left of the activity's own stock; `null` when none is set apart. */
  left: number | null
  /** Pieces at this price that a member may have; `null` any number. */
  perMemberMax: number | null
}

type Piece = Pick<PricingLine, 'skuId' | 'productId' | 'categoryIds' | 'unitFen'>

/** For whom and when a price is asked, and what is left of the activities' stock. */
export type PriceQuestion = {
  at: Instant
  tier: Tier | null
  activityStock: Record<string, number>
}

/**
 * The price of one piece before it is in a cart, by the same rules as the bill: the activity's
 * price while it runs and lasts, else the tier's, else the list price.
 */
export function priceNow(
  piece: Piece,
  promotions: readonly Promotion[],
  question: PriceQuestion,
): PriceNow {
  const running = promotions
    .filter((rule) => isRunning(rule, question.at) && isFor(rule, question.tier))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return (
    timed(piece, running, question.activityStock) ??
    tiered(piece, running, question.tier) ?? {
      ...plain(piece.unitFen),
      fen: piece.unitFen,
    }
  )
}

const plain = (listFen: Fen): Omit<PriceNow, 'fen'> => ({
  listFen,
  code: null,
  promotionId: null,
  title: '',
  endsAt: null,
  left: null,
  perMemberMax: null,
})

function timed(
  piece: Piece,
  running: readonly Promotion[],
  stock: Record<string, number>,
): PriceNow | null {
  const rules = running.filter((rule): rule is TimePrice => rule.kind === 'timePrice')
  for (const rule of rules) {
    const named = rule.prices.find((price) => price.skuId === piece.skuId)
    const left = setApart(rule, piece.skuId, stock)
    if (!named || named.priceFen >= piece.unitFen || left === 0) continue
    const { id: promotionId, title, endsAt, perMemberMax } = rule
    const facts = { code: 'TIME_PRICE' as const, promotionId, title, endsAt, left, perMemberMax }
    return { ...plain(piece.unitFen), ...facts, fen: named.priceFen }
  }
  return null
}

function tiered(piece: Piece, running: readonly Promotion[], tier: Tier | null): PriceNow | null {
  if (tier === null) return null
  const rules = running.filter((rule): rule is TierPrice => rule.kind === 'tierPrice')
  for (const rule of rules) {
    const fen = tierUnitFen(rule, piece, tier)
    if (fen >= piece.unitFen) continue
    const { id: promotionId, title, endsAt } = rule
    return { ...plain(piece.unitFen), code: 'TIER_PRICE', promotionId, title, endsAt, fen }
  }
  return null
}
