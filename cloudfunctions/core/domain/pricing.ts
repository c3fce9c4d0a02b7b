import type { Fen } from './money'
import { growthFor, pointsFor } from './points'
import type { Program } from './program'
import { addGrowth, type Tier, type TierState } from './tier'

/** What a line of an order costs before anything is taken off. */
export type PricedLine = { skuId: string; unitFen: Fen; quantity: number }

/** One reason why the total is what it is. `fen` is signed; lines carry their own share. */
export type Adjustment =
  | { code: 'FREIGHT'; fen: Fen }
  | { code: 'FREE_FREIGHT'; fen: 0; fromFen: Fen }

/** The price of an order, every fen of it explained. */
export type Quote = {
  lines: (PricedLine & { amountFen: Fen })[]
  goodsFen: Fen
  adjustments: Adjustment[]
  freightFen: Fen
  /** What is missing to free freight; 0 when it is free. */
  freeFreightMissingFen: Fen
  totalFen: Fen
  earns: { points: number; growth: number; tier: Tier }
}

/** Who is buying: `null` earns nothing because they have not joined. */
export type Buyer = { tier: TierState } | null

/**
 * Prices an order. Pure, so the phone shows and the cloud charges by the same lines of code.
 * @param lines at least one, quantities positive integers, prices in fen
 */
export function quote(lines: readonly PricedLine[], buyer: Buyer, program: Program): Quote {
  const priced = lines.map((line) => ({ ...line, amountFen: line.unitFen * line.quantity }))
  const goodsFen = priced.reduce((sum, line) => sum + line.amountFen, 0)
  const isFree = goodsFen >= program.freeFreightFromFen || program.freightFen === 0
  const freightFen = isFree ? 0 : program.freightFen
  return {
    lines: priced,
    goodsFen,
    adjustments: [
      isFree
        ? { code: 'FREE_FREIGHT', fen: 0, fromFen: program.freeFreightFromFen }
        : { code: 'FREIGHT', fen: freightFen },
    ],
    freightFen,
    freeFreightMissingFen: isFree ? 0 : program.freeFreightFromFen - goodsFen,
    totalFen: goodsFen + freightFen,
    earns: earningsOf(goodsFen, buyer, program),
  }
}

/** What paying for these goods brings a buyer: points, growth and the tier reached by it. */
export function earningsOf(goodsFen: Fen, buyer: Buyer, program: Program): Quote['earns'] {
  if (!buyer) return { points: 0, growth: 0, tier: 'basic' }
  const growth = growthFor(goodsFen, program)
  return {
    points: pointsFor(goodsFen, buyer.tier.tier, program),
    growth,
    tier: addGrowth(buyer.tier, { growth, at: buyer.tier.since }, program).tier,
  }
}
