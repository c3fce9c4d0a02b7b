import type { Tier } from '@core/domain/members/sections'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { activity, line, material, member, priced, products } from '../../builders/pricing'

const percents = { silver: 95, gold: 90 }
const prices = (more: object = {}) =>
  activity('tierPrice', { scope: WHOLE_SHOP_SCOPE, percents, prices: [], ...more })

describe('a price for a tier', () => {
  it.each<[Tier | null, number, string[]]>([
    [null, 1_000, []],
    ['basic', 1_000, []],
    ['silver', 950, []],
    ['gold', 900, []],
    ['black', 900, []],
  ])('%s pays %i: a tier that is not named has what the one below has', (tier, totalFen, skips) => {
    const buyer = tier === null ? null : member(tier)
    const bill = priced(material([line('tea', 1_000)], { promotions: [prices()], buyer }))
    expect(bill.totalFen).toBe(totalFen)
    expect(bill.skipped.map(({ reason }) => reason)).toEqual(skips)
  })

  it('shows a customer who has not joined what members would get', () => {
    const promotions = [prices({ percents: { basic: 98 } })]
    const bill = priced(material([line('tea', 1_000)], { promotions }))
    expect(bill).toMatchObject({ totalFen: 1_000, skipped: [{ reason: 'MEMBERS_ONLY' }] })
  })

  it.each([
    [95, 99, 94],
    [95, 110, 105],
    [95, 101, 96],
    [88, 1, 1],
    [1, 49, 0],
  ])('%i %% of %i fen is %i: the nearest fen, half a fen up', (percent, unitFen, paid) => {
    const promotions = [prices({ percents: { basic: percent } })]
    const of = material([line('tea', unitFen, { quantity: 3 })], { promotions, buyer: member() })
    expect(priced(of).totalFen).toBe(3 * paid)
  })

  it('takes the fixed price of a SKU before the percentage, and only that in its scope', () => {
    const fixed = [{ skuId: 'tea', tier: 'gold' as const, priceFen: 700 }]
    const promotions = [prices({ scope: products('cup'), prices: fixed })]
    const lines = [line('tea', 1_000), line('cup', 1_000), line('pot', 1_000)]
    const bill = priced(material(lines, { promotions, buyer: member('gold') }))
    expect(bill.lines.map(({ payableFen }) => payableFen)).toEqual([700, 900, 1_000])
  })

  it('is never dearer than the price, nor than a lower tier’s', () => {
    const fixed = [{ skuId: 'tea', tier: 'gold' as const, priceFen: 1_700 }]
    const paid = (promotions: ReturnType<typeof prices>[]) =>
      priced(material([line('tea', 1_000)], { promotions, buyer: member('gold') })).totalFen
    expect(paid([prices({ percents: {}, prices: fixed })])).toBe(1_000)
    expect(paid([prices({ prices: fixed })])).toBe(950)
  })
})

describe('a promotion’s price excludes the tier’s', () => {
  const sale = activity('timePrice', {
    prices: [{ skuId: 'tea', priceFen: 990, stock: null }],
    perMemberMax: 1,
  })

  it('on the pieces that have it, where the tier’s is no lower', () => {
    const of = material([line('tea', 1_000)], { promotions: [sale, prices()], buyer: member() })
    const none = { ...of, promotions: [sale, prices({ percents: { basic: 99 } })] }
    const silver = { ...of, promotions: [sale, prices({ percents: { silver: 99.5 } })] }
    expect(priced(of)).toMatchObject({ totalFen: 990, skipped: [] })
    expect(priced(none)).toMatchObject({ totalFen: 990, skipped: [{ code: 'TIME_PRICE' }] })
    const bill = priced({ ...silver, buyer: member('silver') })
    expect(bill).toMatchObject({
      totalFen: 990,
      skipped: [{ code: 'TIER_PRICE', reason: 'NO_EFFECT' }],
    })
  })

  it('and not where the tier’s is lower', () => {
    const lines = [line('tea', 1_000, { quantity: 3 })]
    const bill = priced(material(lines, { promotions: [prices(), sale], buyer: member('gold') }))
    expect(bill.adjustments.map(({ code, fen }) => [code, fen])).toEqual([['TIER_PRICE', -300]])
    expect(bill.skipped).toMatchObject([{ code: 'TIME_PRICE', reason: 'NO_EFFECT' }])
  })

  it('and not on the pieces beyond its limit', () => {
    const cheap = { ...sale, prices: [{ skuId: 'tea', priceFen: 600, stock: null }] }
    const lines = [line('tea', 1_000, { quantity: 3 })]
    const bill = priced(material(lines, { promotions: [prices(), cheap], buyer: member('gold') }))
    expect(bill.adjustments.map(({ code, fen }) => [code, fen])).toEqual([
      ['TIME_PRICE', -400],
      ['TIER_PRICE', -200],
    ])
  })
})
