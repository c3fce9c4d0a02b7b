import { activity, line, material, member, priced } from '../../builders/pricing'

const set = activity('bundle', {
  parts: [
    { skuId: 'pot', quantity: 1 },
    { skuId: 'cup', quantity: 2 },
  ],
  priceFen: 10_000,
})
const cart = (pots: number, cups: number) => [
  line('pot', 9_000, { quantity: pots }),
  line('cup', 2_000, { quantity: cups }),
]
const buy = (pots: number, cups: number) =>
  priced(material(cart(pots, cups), { promotions: [set] }))

describe('S1-27 pieces that cost less together', () => {
  it.each([
    ['one set', 1, 2, 10_000],
    ['two sets', 2, 4, 20_000],
    ['a set and a piece over', 2, 3, 10_000 + 9_000 + 2_000],
    ['more cups than pots', 1, 5, 10_000 + 3 * 2_000],
  ])('%s', (_, pots, cups, totalFen) => expect(buy(pots, cups).totalFen).toBe(totalFen))

  it('says that a set is not complete', () => {
    expect(buy(1, 1)).toMatchObject({
      totalFen: 11_000,
      skipped: [{ code: 'BUNDLE', reason: 'INCOMPLETE' }],
    })
  })

  it('has nothing to say where none of its parts is', () => {
    expect(priced(material([line('jar', 1)], { promotions: [set] })).skipped).toEqual([])
  })

  it('what is saved is shared by worth, to the fen', () => {
    const { adjustments, lines } = buy(1, 2)
    // 3,000 fen saved of 13,000: 2,076.9 and 923.1.
    expect(adjustments[0]?.shares).toEqual([
      { key: 'pot', fen: -2_077 },
      { key: 'cup', fen: -923 },
    ])
    expect(lines.map(({ payableFen }) => payableFen)).toEqual([6_923, 3_077])
  })

  it('gathers its pieces from several lines of one SKU', () => {
    const lines = [...cart(1, 1), line('cup', 2_000, { key: 'cup~1' })]
    expect(priced(material(lines, { promotions: [set] })).totalFen).toBe(10_000)
  })

  describe('beside a limited-time price', () => {
    const sale = (priceFen: number, perMemberMax: number | null = null) =>
      activity('timePrice', { prices: [{ skuId: 'pot', priceFen, stock: null }], perMemberMax })

    it('is not broken by one that saves less', () => {
      const bill = priced(material(cart(1, 2), { promotions: [set, sale(8_900)] }))
      expect(bill).toMatchObject({
        totalFen: 10_000,
        skipped: [{ code: 'TIME_PRICE', reason: 'NO_EFFECT' }],
      })
    })

    it('takes no piece from one that saves more', () => {
      const bill = priced(material(cart(1, 2), { promotions: [set, sale(5_000)] }))
      expect(bill).toMatchObject({
        totalFen: 9_000,
        skipped: [{ code: 'BUNDLE', reason: 'NO_EFFECT' }],
      })
    })

    it('leaves it the pieces of no set', () => {
      const bill = priced(material(cart(2, 2), { promotions: [set, sale(8_900)] }))
      expect(bill.totalFen).toBe(10_000 + 8_900)
    })
  })

  it('needs both pieces where a SKU is named twice', () => {
    const cup = { skuId: 'cup', quantity: 1 }
    const pair = { ...set, parts: [cup, cup], priceFen: 3_000 }
    const pay = (cups: number) => priced(material(cart(0, cups), { promotions: [pair] })).totalFen
    expect([1, 2, 3].map(pay)).toEqual([2_000, 3_000, 5_000])
  })

  it('dearer than its parts it has no effect', () => {
    const dear = { ...set, priceFen: 13_000 }
    expect(priced(material(cart(1, 2), { promotions: [dear] })).skipped).toMatchObject([
      { reason: 'NO_EFFECT' },
    ])
  })

  it('excludes the tier’s price for its pieces alone', () => {
    const tier = activity('tierPrice', {
      scope: { productIds: [], categoryIds: [] },
      percents: { basic: 90 },
      prices: [],
    })
    const promotions = [tier, set]
    const bill = priced(material(cart(2, 2), { promotions, buyer: member() }))
    expect(bill.totalFen).toBe(10_000 + 8_100)
  })
})
