import { TIERS, type Tier } from '@core/domain/members/sections'
import type { TierPrice } from '@core/domain/promotions/kinds/tier-price'
import { inScope } from '@core/domain/promotions/scope'
import type { Fen } from '@core/kernel/money'
import { type Draft, linesInScope, type RuleOutcome } from '../draft'
import type { GoodsRule, Piece } from '../rule'

/** 会员价. Pieces whose price no other promotion has changed have the price of the tier. */
export const tierPriceRule: GoodsRule<TierPrice> = {
  stage: 'goods',
  price,
  unitPrice(promotion, piece, { tier }) {
    if (tier === null) return null
    const fen = tierUnitFen(promotion, piece, tier)
    return fen < piece.unitFen ? { fen, left: null, perMemberMax: null } : null
  },
}

/**
 * What a tier pays for one piece: its fixed price, else a percentage rounded to the nearest fen
 * (half a fen up), and never more than the price itself. A tier that is not named pays what the
 * next lower one pays, so no member pays more after reaching a higher tier.
 */
export const tierUnitFen = (promotion: TierPrice, piece: Piece, tier: Tier): Fen =>
  unitFenOf(promotion, piece, { tier, isInScope: inScope(promotion.scope, piece) })

function unitFenOf(
  { prices, percents }: TierPrice,
  piece: Piece,
  { tier, isInScope }: { tier: Tier; isInScope: boolean },
): Fen {
  const fixed = prices.filter((one) => one.skuId === piece.skuId)
  for (let at = TIERS.indexOf(tier); at >= 0; at -= 1) {
    const own = fixed.find((one) => one.tier === TIERS[at])
    if (own) return Math.min(own.priceFen, piece.unitFen)
    const percent = isInScope ? percents[TIERS[at] ?? tier] : undefined
    if (percent !== undefined) {
      return Math.min(Math.round((piece.unitFen * percent) / 100), piece.unitFen)
    }
  }
  return piece.unitFen
}

function price(promotion: TierPrice, draft: Draft): RuleOutcome {
  const { buyer } = draft.input
  const tier = buyer?.tier.tier ?? 'basic'
  const isWithin = linesInScope(draft, promotion.scope)
  const saves = draft.lines.map((line, at) => {
    if (line.isService) return 0
    return line.unitFen - unitFenOf(promotion, line, { tier, isInScope: isWithin[at] === true })
  })
  if (saves.every((fen) => fen === 0)) return null
  if (buyer === null) return { reason: 'MEMBERS_ONLY' }
  const pieces = draft.lines.map((line, at) => (saves[at] ? line.untouchedPieces : 0))
  if (pieces.every((some) => some === 0)) return { reason: 'NO_EFFECT' }
  return { off: pieces.map((some, at) => some * (saves[at] ?? 0)), pieces }
}
