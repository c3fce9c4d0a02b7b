import { priceNow } from '@core/domain/pricing/price-now'
import { NO_CHOICE, type PricingInput } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import * as fc from 'fast-check'
import { anyChoice, anyMaterial } from '../../builders/carts'
import { propertyRuns } from '../../builders/property-runs'

const RUNS = { numRuns: propertyRuns(10_000) }

it('no coupon leaves less to pay than the best one, and neither does none', () => {
  fc.assert(
    fc.property(anyMaterial, (of) => {
      const pay = (grantId: string | null) => quote(of, { ...NO_CHOICE, grantId }).totalFen
      const best = pay('best')
      return [null, ...of.grants.map(({ id }) => id)].every((id) => best <= pay(id))
    }),
    RUNS,
  )
})

it('what a coupon is said to take off is what it takes off', () => {
  fc.assert(
    fc.property(anyMaterial, (of) =>
      quote(of, NO_CHOICE).coupons.every(({ grantId, offFen }) => {
        const bill = quote(of, { ...NO_CHOICE, grantId })
        const used = bill.adjustments.find(({ code }) => code === 'COUPON')
        return -(used?.fen ?? 0) === offFen && bill.grantId === (offFen > 0 ? grantId : null)
      }),
    ),
    RUNS,
  )
})

it('points cost a customer nothing but what they pay', () => {
  fc.assert(
    fc.property(anyMaterial, anyChoice, (of, choice) => {
      const without = quote(of, { ...choice, points: 0 })
      const bill = quote(of, choice)
      return (
        bill.totalFen === without.totalFen - bill.points.fen &&
        bill.points.max === without.points.max &&
        bill.freightFen === without.freightFen
      )
    }),
    RUNS,
  )
})

it('S0-09 one piece costs on the bill what its product says', () => {
  fc.assert(
    fc.property(anyMaterial, (any) => {
      const [first] = any.lines
      if (!first) return true
      const promotions = any.promotions.filter(({ kind }) => kind.endsWith('Price'))
      const lines = [{ ...first, quantity: 1, services: [] }]
      const of: PricingInput = { ...any, promotions, lines, taken: {} }
      const tier = of.buyer?.tier.tier ?? null
      const shown = priceNow(first, promotions, { ...of, tier })
      const [line] = quote(of, NO_CHOICE).lines
      return shown.fen === line?.payableFen && shown.listFen === line.amountFen
    }),
    RUNS,
  )
})
