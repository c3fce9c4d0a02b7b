import * as fc from 'fast-check'
import { anyChoice, anyMaterial } from '../../builders/carts'
import { dearerByOffer, dearerByTier, orderDependent, unexplained } from '../../builders/price-laws'
import { propertyRuns } from '../../builders/property-runs'
import { tightMaterial } from '../../builders/tight-carts'

const RUNS = { numRuns: propertyRuns(10_000) }

/** Loose carts of any size, and small ones in which a few fen decide. */
const material = fc.oneof(anyMaterial, tightMaterial)

it.each([
  ['a higher tier never pays more than a lower one, freight included', dearerByTier],
  ['no promotion or coupon that could be left out makes the total dearer', dearerByOffer],
  ['the order of lines, promotions and coupons changes nothing', orderDependent],
  ['a bill adds up and is the cheapest of all that a slow search finds', unexplained],
])('%s', (_, broken) => {
  fc.assert(
    fc.property(material, anyChoice, (of, choice) => {
      const why = broken(of, choice)
      if (why !== null) throw new Error(why)
    }),
    RUNS,
  )
})
