import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { activity, line, material, member, priced, products } from '../../builders/pricing'

const ladder = activity('spendOff', {
  scope: WHOLE_SHOP_SCOPE,
  steps: [
    { fromFen: 10_000, offFen: 1_000 },
    { fromFen: 20_000, offFen: 3_000 },
  ],
})
const buy = (unitFen: number) => priced(material([line('tea', unitFen)], { promotions: [ladder] }))

describe('满减', () => {
  it.each([
    [9_999, 9_999],
    [10_000, 9_000],
    [19_999, 18_999],
    [20_000, 17_000],
    [50_000, 47_000],
  ])('goods of %i fen cost %i', (unitFen, totalFen) => {
    expect(buy(unitFen).totalFen).toBe(totalFen)
  })

  it('below the first step it says what is missing to it', () => {
    expect(buy(9_999).skipped).toMatchObject([{ reason: 'BELOW_THRESHOLD', missingFen: 1 }])
  })

  it('counts and reaches the goods in its scope alone', () => {
    const within = { ...ladder, scope: products('tea') }
    const lines = [line('tea', 9_000), line('cup', 9_000)]
    const short = priced(material(lines, { promotions: [within] }))
    expect(short.skipped).toMatchObject([{ missingFen: 1_000 }])
    const enough = [line('tea', 10_000), line('cup', 9_000)]
    const bill = priced(material(enough, { promotions: [within] }))
    expect(bill.lines.map(({ payableFen }) => payableFen)).toEqual([9_000, 9_000])
  })

  it('counts the amount left after a promotion’s price', () => {
    const sale = activity('timePrice', {
      prices: [{ skuId: 'tea', priceFen: 9_999, stock: null }],
      perMemberMax: null,
    })
    const of = material([line('tea', 20_000)], { promotions: [ladder, sale] })
    expect(priced(of)).toMatchObject({ totalFen: 9_999, skipped: [{ missingFen: 1 }] })
  })

  it('is not lost by a member’s price, nor by a limited one that saves less', () => {
    const tier = activity('tierPrice', {
      scope: WHOLE_SHOP_SCOPE,
      percents: { basic: 95 },
      prices: [],
    })
    const sale = activity('timePrice', {
      prices: [{ skuId: 'tea', priceFen: 9_900, stock: null }],
      perMemberMax: null,
    })
    const lines = [line('tea', 10_000)]
    const member95 = material(lines, { promotions: [ladder, tier], buyer: member() })
    expect(priced(member95).totalFen).toBe(8_500)
    expect(priced(material(lines, { promotions: [ladder, sale] }))).toMatchObject({
      totalFen: 9_000,
      skipped: [{ code: 'TIME_PRICE', reason: 'NO_EFFECT' }],
    })
  })

  it('takes off what saves most of the steps that are reached', () => {
    const falling = activity('spendOff', {
      scope: WHOLE_SHOP_SCOPE,
      steps: [
        { fromFen: 10_000, offFen: 3_000 },
        { fromFen: 20_000, offFen: 1_000 },
      ],
    })
    const of = material([line('tea', 20_000)], { promotions: [falling] })
    expect(priced(of).totalFen).toBe(17_000)
  })

  it('is shared by what each line costs, the fen left over to the largest remainder', () => {
    const lines = [line('a', 3_333), line('b', 3_333), line('c', 3_334)]
    const bill = priced(material(lines, { promotions: [ladder] }))
    expect(bill.adjustments[0]?.shares.map(({ fen }) => fen)).toEqual([-333, -333, -334])
  })
})
