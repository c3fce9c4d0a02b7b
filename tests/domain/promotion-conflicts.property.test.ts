import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import type { Promotion } from '@core/domain/promotions/promotion'
import { promotionConflicts, promotionError } from '@core/domain/promotions/promotion-errors'
import * as fc from 'fast-check'
import { anyMaterial, promotion, SKUS, savable } from '../builders/carts'
import { propertyRuns } from '../builders/property-runs'

const RUNS = { numRuns: propertyRuns(10_000) }
const meets = (a: Promotion, b: Promotion) => promotionConflicts(a, [b], SKUS)

describe('conflicting promotions', () => {
  it('conflict in both directions, and on the same products', () => {
    fc.assert(
      fc.property(promotion, promotion, (a, b) => {
        const [here, there] = [meets(a, b), meets(b, a)]
        const on = (found: typeof here) =>
          found
            .flatMap((one) => one.on)
            .sort()
            .join()
        return here.length === there.length && on(here) === on(there)
      }),
      RUNS,
    )
  })

  it('never do when one ends as the other starts, nor with themselves, nor as gifts', () => {
    fc.assert(
      fc.property(promotion, promotion, (a, b) => {
        const next = { ...b, startsAt: a.endsAt, endsAt: a.endsAt + 1 }
        const isApart = meets(a, next).length === 0 && meets(next, a).length === 0
        const isFree = a.kind !== 'gift' || meets(a, b).length === 0
        return isApart && isFree && meets(a, a).length === 0
      }),
      RUNS,
    )
  })

  it('are of one kind: no piece has two prices of one kind where none meet', () => {
    fc.assert(
      fc.property(anyMaterial, (material) => {
        const promotions = savable(material.promotions)
        const { adjustments } = quote({ ...material, promotions }, NO_CHOICE)
        const shared = adjustments.flatMap(({ code, shares }) =>
          shares.map(({ key }) => `${code} ${key}`),
        )
        const freed = adjustments.filter(({ code }) => code === 'FREE_FREIGHT')
        return new Set(shared).size === shared.length && freed.length <= 1
      }),
      RUNS,
    )
  })

  it('savable promotions have no error, and an end not after the start is always an error', () => {
    fc.assert(
      fc.property(promotion, fc.integer({ min: -9, max: 0 }), (one, by) => {
        const wrong = promotionError({ ...one, endsAt: one.startsAt + by }, SKUS)
        return wrong?.field === 'endsAt' && wrong.reason === 'END_BEFORE_START'
      }),
      RUNS,
    )
  })
})
