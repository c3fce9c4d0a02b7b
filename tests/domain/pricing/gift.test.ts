import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { activity, grant, line, material, member, priced, products } from '../../builders/pricing'

const give = (more: object = {}) =>
  activity('gift', {
    scope: WHOLE_SHOP_SCOPE,
    fromFen: 10_000,
    skuId: 'cup',
    quantity: 1,
    perMemberMax: null,
    isOptional: false,
    ...more,
  })
const gifts = { cup: { productId: 'p-cup', valueFen: 2_000, available: 5 } }
const buy = (unitFen: number, rule = give(), more: object = {}) =>
  priced(material([line('tea', unitFen)], { promotions: [rule], gifts, ...more }))
const why = ({ skipped }: ReturnType<typeof buy>) => skipped.map(({ reason }) => reason)

describe('S0-10 a gift with the order', () => {
  it('is a line that costs nothing, and says what it goes with', () => {
    const bill = buy(10_000)
    expect(bill.totalFen).toBe(10_000)
    expect(bill.adjustments).toMatchObject([{ code: 'GIFT', sourceId: 'gift', fen: 0, shares: [] }])
    expect(bill.lines[1]).toMatchObject({
      key: 'gift:gift',
      kind: 'gift',
      skuId: 'cup',
      quantity: 1,
      payableFen: 0,
      valueFen: 2_000,
      giftFor: { fromFen: 10_000, keys: ['tea'] },
    })
  })

  it('does not come with a fen less', () => {
    const bill = buy(9_999)
    expect(bill.lines).toHaveLength(1)
    expect(bill.skipped).toMatchObject([{ reason: 'BELOW_THRESHOLD', missingFen: 1 }])
  })

  it('counts list prices, whatever a sale, a tier, a coupon or points take off', () => {
    const sale = activity('timePrice', {
      prices: [{ skuId: 'tea', priceFen: 9_000, stock: null }],
      perMemberMax: null,
    })
    const tier = activity('tierPrice', {
      scope: WHOLE_SHOP_SCOPE,
      percents: { basic: 95 },
      prices: [],
    })
    for (const promotions of [[give()], [give(), sale], [give(), tier]]) {
      const grants = [grant('g', 1)]
      const buyer = member('basic', 1_000)
      const of = material([line('tea', 10_000)], { promotions, gifts, grants, buyer })
      expect(why(priced(of, { grantId: 'g', points: 1_000 }))).toEqual([])
    }
  })

  it.each([
    ['as many as there are', 5, []],
    ['one more', 6, ['STOCK_GONE']],
  ])('%s', (_, quantity, reasons) => {
    expect(why(buy(10_000, give({ quantity })))).toEqual(reasons)
  })

  it('leaves the pieces that are bought to the buyer', () => {
    const lines = [line('tea', 10_000), line('cup', 2_000, { quantity: 5 })]
    expect(why(priced(material(lines, { promotions: [give()], gifts })))).toEqual(['STOCK_GONE'])
  })

  it('two gifts of one SKU have its pieces between them', () => {
    const promotions = [give({ id: 'a', quantity: 3 }), give({ id: 'b', quantity: 3 })]
    const bill = priced(material([line('tea', 10_000)], { promotions, gifts }))
    expect(bill.skipped).toMatchObject([{ sourceId: 'b', reason: 'STOCK_GONE' }])
  })

  it.each([
    [0, [], { gift: 1 }],
    [1, ['LIMIT_REACHED'], {}],
  ])('a member who has had %i of 1', (had, reasons, taken) => {
    const bill = buy(10_000, give({ perMemberMax: 1 }), { taken: { gift: had } })
    expect(why(bill)).toEqual(reasons)
    expect(bill.claims.taken).toEqual(taken)
  })

  it('without an amount needs something of its scope all the same', () => {
    const rule = give({ fromFen: 0, scope: products('pot') })
    const bill = buy(10_000, rule)
    expect(bill.lines).toHaveLength(1)
    expect(bill.skipped).toEqual([])
    const with1 = priced(material([line('pot', 1)], { promotions: [rule], gifts }))
    expect(with1.lines).toHaveLength(2)
  })

  it('is nothing for an empty cart', () => {
    const of = material([], { promotions: [give({ fromFen: 0 })], gifts })
    expect(priced(of)).toMatchObject({ lines: [], totalFen: 0, skipped: [] })
  })
})

describe('S1-21 samples', () => {
  const sample = give({ isOptional: true, perMemberMax: 1 })
  it('come only when chosen, at 0', () => {
    const of = material([line('tea', 10_000)], { promotions: [sample], gifts })
    expect(priced(of)).toMatchObject({ skipped: [{ reason: 'NOT_CHOSEN' }] })
    const bill = priced(of, { samples: ['gift'] })
    expect(bill).toMatchObject({ totalFen: 10_000, claims: { taken: { gift: 1 } } })
    expect(bill.lines).toHaveLength(2)
  })

  it.each([
    ['what the order does not deserve', 9_999, {}, 'BELOW_THRESHOLD'],
    ['what one has had already', 10_000, { gift: 1 }, 'LIMIT_REACHED'],
  ])('choosing %s does not help', (_, unitFen, taken, reason) => {
    const of = material([line('tea', unitFen)], { promotions: [sample], gifts, taken })
    expect(why(priced(of, { samples: ['gift'] }))).toEqual([reason])
  })
})
