import { inScope, type TierPrice } from '@core/domain/promotions/promotion'
import { TIERS, type Tier } from '@core/domain/tiers/tier'
import type { Fen } from '@core/kernel/money'
import { type Draft, linesInScope, type Outcome } from '../draft'

type Piece = {
  skuId: string
  productId: string
  categoryIds: readonly string[]
  unitFen: Fen
}

/**
 * 会员价. What a tier pays for one piece: its fixed price, else a percentage rounded to the nearest
 * fen (half a fen up), and never more than the price itself. A tier that is not named has what the
 * next lower one has: nobody pays more for having climbed.
 */
export const tierUnitFen = (rule: TierPrice, piece: Piece, tier: Tier): Fen =>
  unitFenIn(rule, piece, { tier, isReached: inScope(rule.scope, piece) })

type Standing = { tier: Tier; isReached: boolean }

function unitFenIn(rule: TierPrice, piece: Piece, { tier, isReached }: Standing): Fen {
  const fixed = rule.prices.filter((price) => price.skuId === piece.skuId)
  for (let at = TIERS.indexOf(tier); at >= 0; at -= 1) {
    const price = fixed.find((one) => one.tier === TIERS[at])
    if (price) return Math.min(price.priceFen, piece.unitFen)
    const percent = isReached ? rule.percents[TIERS[at] ?? tier] : undefined
    if (percent !== undefined) {
      return Math.min(Math.round((piece.unitFen * percent) / 100), piece.unitFen)
    }
  }
  return piece.unitFen
}

/** The pieces that no activity has touched have the tier's price. */
export function tierPrice(rule: TierPrice, draft: Draft): Outcome {
  const { buyer } = draft.input
  const tier = buyer?.tier.tier ?? 'basic'
  const isWithin = linesInScope(draft, rule.scope)
  const saves = draft.lines.map((line, at) => {
    if (line.isService) return 0
    return line.unitFen - unitFenIn(rule, line, { tier, isReached: isWithin[at] === true })
  })
  if (saves.every((fen) => fen === 0)) return null
  if (buyer === null) return { reason: 'MEMBERS_ONLY' }
  const pieces = draft.lines.map((line, at) => (saves[at] ? line.plain : 0))
  // An activity's price excludes the tier's: one reason for a price is enough.
  if (pieces.every((some) => some === 0)) return { reason: 'NO_EFFECT' }
  return { off: pieces.map((some, at) => some * (saves[at] ?? 0)), pieces }
}
