import { TIERS, type Tier } from '@core/domain/members/sections'
import type { TierPrice } from '@core/domain/promotions/kinds/tier-price'
import { inScope } from '@core/domain/promotions/scope'
import type { Fen } from '@core/kernel/money'
import { type Draft, ownUnitFen, placesIn, type RuleOutcome, type Taken } from '../draft'
import { OWN_LIST_PRICE, type OwnPrice, type TierTerms } from '../own-price'
import type { GoodsRule, Piece } from '../rule'

/** 会员价. Pieces whose price no other promotion has changed have the price of the tier. */
export const tierPriceRule: GoodsRule<TierPrice> = {
  stage: 'goods',
  phase: 'tier',
  price,
  unitPrice(promotion, piece, { tier }) {
    if (tier === null) return null
    const fen = tierUnitFen(promotion, piece, tier)
    return fen < piece.unitFen ? { fen, left: null, perMemberMax: null } : null
  },
}

/**
 * What a tier pays for one piece: the lowest price of this tier and those below it, so no member
 * pays more after reaching a higher one. The price of a tier is its fixed price, else a percentage
 * rounded to the nearest fen (half a fen up), and never more than the price itself.
 */
export const tierUnitFen = (promotion: TierPrice, piece: Piece, tier: Tier): Fen =>
  unitFenOf(promotion, piece, { tier, isInScope: inScope(promotion.scope, piece) })

function unitFenOf(
  { prices, percents }: TierPrice,
  piece: Piece,
  { tier, isInScope }: { tier: Tier; isInScope: boolean },
): Fen {
  const fixed = prices.filter((one) => one.skuId === piece.skuId)
  let lowest = piece.unitFen
  for (const one of TIERS.slice(0, TIERS.indexOf(tier) + 1)) {
    const own = fixed.find((price) => price.tier === one)?.priceFen
    const percent = isInScope ? percents[one] : undefined
    const part = percent === undefined ? Infinity : Math.round((piece.unitFen * percent) / 100)
    lowest = Math.min(lowest, own ?? part)
  }
  return lowest
}

/** What a piece of each line costs on these terms: the lowest price, of equals the first. */
export function ownPrices(draft: Draft, { promotions, tier }: TierTerms): OwnPrice[] {
  const own = draft.lines.map(() => OWN_LIST_PRICE)
  for (const promotion of promotions) {
    for (const [at, fen] of lowerPrices(promotion, draft, tier)) {
      if (fen < (own[at] ?? OWN_LIST_PRICE).fen) own[at] = { fen, promotionId: promotion.id }
    }
  }
  return own
}

/** The lines that a promotion makes cheaper for a tier, with what one piece then costs. */
export function lowerPrices(
  promotion: TierPrice,
  draft: Draft,
  tier: Tier,
): [at: number, fen: Fen][] {
  const isInScope = new Set(placesIn(draft, promotion.scope))
  const named = promotion.prices.flatMap(({ skuId }) => draft.bySku.get(skuId) ?? [])
  return [...new Set([...isInScope, ...named])].flatMap((at) => {
    const line = draft.lines[at]
    if (!line) return []
    const fen = unitFenOf(promotion, line, { tier, isInScope: isInScope.has(at) })
    return fen < line.unitFen ? [[at, fen] as [number, Fen]] : []
  })
}

function price(promotion: TierPrice, draft: Draft): RuleOutcome {
  const { buyer } = draft.input
  if (lowerPrices(promotion, draft, buyer?.tier.tier ?? 'basic').length === 0) return null
  if (buyer === null) return { reason: 'MEMBERS_ONLY' }
  return tierTaken(promotion, draft) ?? { reason: 'NO_EFFECT' }
}

/** The pieces that no promotion of the tag has taken and that this one prices; `null` if none. */
export function tierTaken(promotion: TierPrice, draft: Draft): Taken | null {
  const pieces = draft.untouched.map((some, at) =>
    draft.own[at]?.promotionId === promotion.id ? some : 0,
  )
  if (pieces.every((some) => some === 0)) return null
  const off = pieces.map((some, at) => {
    const line = draft.lines[at]
    return some === 0 || !line ? 0 : some * (line.unitFen - ownUnitFen(draft, at))
  })
  return { off, pieces }
}
