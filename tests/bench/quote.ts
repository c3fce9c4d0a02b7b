import { performance } from 'node:perf_hooks'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import type { Promotion } from '@core/domain/promotions/promotion'
import type { Scope } from '@core/domain/promotions/scope'
import { promotionStockId } from '@core/domain/stock/stock'
import { CART_LINES_MAX, LINE_QUANTITY_MAX, SCOPE_MAX } from '@core/kernel/limits'
import { BUDGETS } from '../../config/budgets'
import { activity, grant, line, material, member, PLAIN_ZONE } from '../builders/pricing'
import type { Bench } from './row'

const PROMOTIONS = 30
const COUPONS = 10
const WARM_UP = 200
const QUOTES = 1_000

const ids = <T>(many: number, of: (no: number) => T): T[] =>
  Array.from({ length: many }, (_, no) => of(no))

/** A scope as long as it may be, whose last product alone is in the cart. */
const scopeOf = (no: number): Scope => ({
  productIds: [...ids(SCOPE_MAX - 1, (other) => `elsewhere-${other}`), `p-s${no % CART_LINES_MAX}`],
  categoryIds: ids(SCOPE_MAX, (at) => (no % 4 === 0 && at === 0 ? 'category' : `category-${at}`)),
})

/** Promotions that cycle through all kinds, each with the maximum number of entries. */
const rule = (no: number): Promotion => {
  const id = `rule-${String(no).padStart(2, '0')}`
  const scope = scopeOf(no)
  const prices = ids(CART_LINES_MAX, (at) => ({ skuId: `s${at}`, priceFen: 900 + no, stock: 40 }))
  const gift = { skuId: `gift-${no}`, quantity: 1, isOptional: false }
  const kinds = [
    () => activity('timePrice', { id, prices, perMemberMax: 60 }),
    () => activity('bundle', { id, parts: prices.slice(no, no + 3).map(onePart), priceFen: 2_000 }),
    () => activity('nthPiece', { id, scope, nth: 2 + (no % 3), percentOff: 50 }),
    () => activity('tierPrice', { id, scope, percents: { basic: 98, gold: 90 }, prices: [] }),
    () => activity('spendOff', { id, scope, steps: [{ fromFen: 10_000, offFen: 1_000 }] }),
    () => activity('gift', { id, scope, fromFen: 10_000, perMemberMax: 1, ...gift }),
    () => activity('freeFreight', { id, scope, fromFen: 1_000_000 + no, provinces: [] }),
  ]
  return (kinds[no % kinds.length] ?? kinds[0]!)()
}

const onePart = ({ skuId }: { skuId: string }) => ({ skuId, quantity: 2 })

/** The largest cart, each line with a service, and everything going on at once. */
const everything = (): PricingInput => {
  const services = [{ id: 'wrap', name: 'wrapping', priceFen: 300 }]
  const lines = ids(CART_LINES_MAX, (no) =>
    line(`s${no}`, 1_000 + no, { quantity: no % 5 === 0 ? LINE_QUANTITY_MAX : 3, services }),
  )
  const promotions = ids(PROMOTIONS, rule)
  const stocks = promotions.flatMap(({ id }) => lines.map((one) => promotionStockId(id, one.skuId)))
  return material(lines, {
    promotions,
    activityStock: Object.fromEntries(stocks.map((id) => [id, 40])),
    gifts: Object.fromEntries(
      ids(PROMOTIONS, (no) => [`gift-${no}`, { productId: 'gift', valueFen: 500, available: 9 }]),
    ),
    grants: ids(COUPONS, (no) => grant(`g${no}`, 500 + no, { scope: scopeOf(no) })),
    buyer: member('gold', 100_000),
    freight: [PLAIN_ZONE],
  })
}

/** What one price costs to work out, on the phone as in the cloud: nothing but arithmetic. */
export const quotes: Bench = {
  name: 'quote',
  run: () => {
    const of = everything()
    const choice = { grantId: 'best', points: 5_000, samples: [] }
    const once = () => {
      const startedAt = performance.now()
      quote(of, choice)
      return performance.now() - startedAt
    }
    ids(WARM_UP, once)
    const took = ids(QUOTES, once).sort((a, b) => a - b)
    const at = (percent: number) => took[Math.floor((QUOTES * percent) / 100)] ?? 0
    const name = `quote of ${CART_LINES_MAX} lines, ${PROMOTIONS} activities, ${COUPONS} coupons`
    const max = BUDGETS.quoteMs
    return Promise.resolve([
      { name: `${name}, p50`, value: at(50), unit: 'ms' as const, max },
      { name: `${name}, p95`, value: at(95), unit: 'ms' as const, max },
    ])
  },
}
