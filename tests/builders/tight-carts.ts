import { TIERS } from '@core/domain/members/sections'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import * as fc from 'fast-check'
import { anyMaterial, SKUS } from './carts'
import { DAY, member, NOON } from './pricing'

/**
 * Small carts in which everything runs and everything is near everything else: prices that compete
 * for the same pieces, and thresholds that a few fen decide.
 */

const LIST_FEN = [1_000, 1_050, 2_000, 3_000, 5_000, 9_900]

const near = fc.constantFrom(...[0, 500, 900, 950, 1_000, 1_900, 2_000, 3_000, 4_000, 5_000, 9_900])
const nearFen = fc
  .tuple(near, fc.integer({ min: -60, max: 60 }))
  .map(([fen, by]) => Math.max(0, fen + by))

/** A percentage, or an amount that is not far above nothing. */
const littleFen = fc.oneof(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 1_500 }))

export const tightMaterial: fc.Arbitrary<PricingInput> = fc
  .record({
    material: anyMaterial,
    fens: fc.array(nearFen, { minLength: 40, maxLength: 40 }),
    offs: fc.array(littleFen, { minLength: 20, maxLength: 20 }),
    quantities: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }),
    tier: fc.constantFrom(...TIERS),
    promotions: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ material, fens, offs, quantities, tier, promotions }) => {
    const next = turn(fens)
    const nextOff = turn(offs)
    const unitOf = (skuId: string) => LIST_FEN[SKUS.findIndex(({ id }) => id === skuId)] ?? 0
    const lines = material.lines.slice(0, 4).map((line, at) => ({
      ...line,
      unitFen: unitOf(line.skuId),
      quantity: quantities[at] ?? 1,
    }))
    const mine = lines.map(({ skuId }) => skuId)
    const runs = { startsAt: NOON - DAY, endsAt: NOON + DAY }
    const skuOf = (at: number) => mine[at % mine.length] ?? 's0'
    return {
      ...material,
      lines,
      promotions: material.promotions.slice(0, promotions).map((one, no) => {
        const all = { ...one, ...runs }
        switch (all.kind) {
          case 'timePrice':
            return {
              ...all,
              prices: all.prices.map((price, at) => {
                const skuId = skuOf(no + at)
                return { ...price, skuId, priceFen: Math.max(0, unitOf(skuId) - nextOff()) }
              }),
            }
          case 'bundle': {
            const parts = all.parts.map((part, at) => ({ ...part, skuId: skuOf(no + at) }))
            const worth = parts.reduce(
              (sum, { skuId, quantity }) => sum + unitOf(skuId) * quantity,
              0,
            )
            return { ...all, parts, priceFen: Math.max(0, worth - 3 * nextOff()) }
          }
          case 'spendOff':
            return { ...all, steps: all.steps.map(() => ({ fromFen: next(), offFen: nextOff() })) }
          case 'gift':
          case 'freeFreight':
            return { ...all, fromFen: next() }
          default:
            return all
        }
      }),
      grants: material.grants.map((one) => ({
        ...one,
        startsAt: NOON - DAY,
        expiresAt: NOON + DAY,
        terms: { ...one.terms, fromFen: next() },
      })),
      buyer: material.buyer && member(tier, material.buyer.points),
      freight: material.freight.map((zone) => ({ ...zone, freeFromFen: next() })),
    }
  })

/** Takes the values of a list in turn, from the beginning again after the last. */
function turn(values: readonly number[]): () => number {
  let at = -1
  return () => {
    at += 1
    return values[at % values.length] ?? 0
  }
}
