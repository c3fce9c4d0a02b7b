import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { activity, line, material, member, PLAIN_ZONE, priced } from '../../builders/pricing'

const sale = (id: string, priceFen: number, perMemberMax: number | null = null) =>
  activity('timePrice', {
    id,
    prices: [{ skuId: 'tea', priceFen, stock: null }],
    perMemberMax,
  })
const tier = (percents: object) =>
  activity('tierPrice', { scope: WHOLE_SHOP_SCOPE, percents, prices: [] })

describe('nobody pays more for being better off', () => {
  it('gold pays no freight where basic pays none', () => {
    const of = material([line('tea', 9_900)], {
      promotions: [tier({ gold: 95 })],
      freight: [PLAIN_ZONE],
    })
    expect(priced({ ...of, buyer: member('basic') }).totalFen).toBe(9_900)
    expect(priced({ ...of, buyer: member('gold') }).totalFen).toBe(9_405)
  })

  it('each piece has the lower of sale and tier price', () => {
    const promotions = [sale('s', 900), tier({ gold: 80 })]
    const lines = [line('tea', 1_000), line('cup', 1_000)]
    const pay = (buyer: ReturnType<typeof member> | null) =>
      priced(material(lines, { promotions, buyer })).lines.map(({ payableFen }) => payableFen)
    expect([pay(null), pay(member('gold'))]).toEqual([
      [900, 1_000],
      [800, 800],
    ])
  })

  it('a sale with a limit takes the pieces on which it gains most over the tier price', () => {
    const both = activity('timePrice', {
      prices: [
        { skuId: 'tea', priceFen: 500, stock: null },
        { skuId: 'cup', priceFen: 600, stock: null },
      ],
      perMemberMax: 1,
    })
    const fixed = [{ skuId: 'tea', tier: 'gold' as const, priceFen: 550 }]
    const own = activity('tierPrice', { scope: WHOLE_SHOP_SCOPE, percents: {}, prices: fixed })
    const lines = [line('tea', 1_000), line('cup', 1_000)]
    const pay = (tierOf: 'basic' | 'gold') =>
      priced(material(lines, { promotions: [both, own], buyer: member(tierOf) })).totalFen
    expect([pay('basic'), pay('gold')]).toEqual([500 + 1_000, 550 + 600])
  })
})

describe('more promotions than can be tried in every order', () => {
  const sales = Array.from({ length: 9 }, (_, no) => sale(`s${no}`, 900 + no, 1))
  const set = activity('bundle', { parts: [{ skuId: 'tea', quantity: 9 }], priceFen: 7_000 })
  const nine = material([line('tea', 1_000, { quantity: 9 })], { promotions: [...sales, set] })

  it('the best of them is improved step by step', () => {
    expect(priced({ ...nine, promotions: sales }).totalFen).toBe(9 * 900 + 36)
    const bill = priced(nine)
    expect(bill.totalFen).toBe(7_000)
    expect(bill.adjustments.map(({ code }) => code)).toEqual(['BUNDLE'])
    expect(bill.skipped).toHaveLength(9)
  })
})
