import {
  activity,
  DAY,
  grant,
  line,
  material,
  NOON,
  PLAIN_ZONE,
  priced,
  products,
} from '../../builders/pricing'

const tea = line('tea', 5_000)
const cup = line('cup', 3_000)
const use = (one: ReturnType<typeof grant>, lines = [tea, cup]) =>
  priced(material(lines, { grants: [one] }), { grantId: one.id })

describe('a coupon', () => {
  it('takes its amount off, shared by the lines', () => {
    const bill = use(grant('g', 1_000))
    expect(bill).toMatchObject({ totalFen: 7_000, grantId: 'g' })
    expect(bill.adjustments[0]).toMatchObject({
      code: 'COUPON',
      sourceId: 'g',
      fen: -1_000,
      shares: [
        { key: 'tea', fen: -625 },
        { key: 'cup', fen: -375 },
      ],
    })
  })

  it('is capped at the lines it applies to, and their price is never below 0', () => {
    const bill = use(grant('g', 4_000, { scope: products('cup') }))
    expect(bill.totalFen).toBe(5_000)
    expect(bill.lines.map(({ payableFen }) => payableFen)).toEqual([5_000, 0])
  })

  it.each([
    ['9 % of 99.99 is 8.99, rounded down', 9_999, 9, null, 899],
    ['up to its cap', 9_999, 9, 800, 800],
    ['not less because of a cap above it', 9_999, 9, 900, 899],
    ['1 % of 99 fen is nothing', 99, 1, null, 0],
  ])('in percent: %s', (_, unitFen, percentOff, capFen, offFen) => {
    const one = grant('g', { kind: 'percent', percentOff, capFen })
    const bill = use(one, [line('tea', unitFen)])
    expect(unitFen - bill.totalFen).toBe(offFen)
    expect(bill.grantId).toBe(offFen > 0 ? 'g' : null)
    if (offFen === 0) expect(bill.skipped).toMatchObject([{ reason: 'NO_EFFECT' }])
  })

  it.each([
    ['on its line', 8_000, null, 0],
    ['a fen below it', 8_001, 'BELOW_THRESHOLD', 1],
  ])('%s', (_, fromFen, reason, missingFen) => {
    const bill = use(grant('g', 1_000, { fromFen }))
    expect(bill.coupons).toMatchObject([{ reason, missingFen }])
    expect(bill.totalFen).toBe(reason === null ? 7_000 : 8_000)
  })

  it.each([
    ['not before it starts', { startsAt: NOON + 1 }, 'NOT_STARTED'],
    ['from its start on', { startsAt: NOON }, null],
    ['not at its end', { expiresAt: NOON }, 'EXPIRED'],
    ['until the moment before', { expiresAt: NOON + 1 }, null],
    ['not for other goods', { scope: products('jar') }, 'OUT_OF_SCOPE'],
  ])('can be used %s', (_, more, reason) => {
    const bill = use(grant('g', 1_000, more))
    expect(bill.coupons[0]?.reason).toBe(reason)
    expect(bill.skipped.map((one) => one.reason)).toEqual(reason === null ? [] : [reason])
  })

  const spendOff = activity('spendOff', {
    scope: { productIds: [], categoryIds: [] },
    steps: [{ fromFen: 8_000, offFen: 100 }],
  })

  it('counts the price on the tag for its threshold, whatever 满减 has taken off', () => {
    const grants = [grant('g', 1_000, { fromFen: 8_000 })]
    const of = material([tea, cup], { promotions: [spendOff], grants })
    expect(priced(of, { grantId: 'g' })).toMatchObject({ totalFen: 6_900, grantId: 'g' })
  })

  it('takes its percentage from the amount left after promotions', () => {
    const half = grant('g', { kind: 'percent', percentOff: 50, capFen: null })
    const of = material([tea, cup], { promotions: [spendOff], grants: [half] })
    expect(priced(of, { grantId: 'g' }).totalFen).toBe(3_950)
  })

  it('is shown and used on the bill that it makes cheapest', () => {
    // The limited price would save 100 and lose a coupon of 1,000.
    const sale = activity('timePrice', {
      prices: [{ skuId: 'tea', priceFen: 4_900, stock: null }],
      perMemberMax: null,
    })
    const grants = [grant('g', 1_000, { fromFen: 8_000 })]
    const of = material([tea, cup], { promotions: [sale], grants })
    expect(priced(of)).toMatchObject({ totalFen: 7_900, coupons: [{ offFen: 1_000 }] })
    const bill = priced(of, { grantId: 'best' })
    expect(bill).toMatchObject({ totalFen: 7_000, grantId: 'g' })
    expect(bill.skipped).toMatchObject([{ code: 'TIME_PRICE', reason: 'NO_EFFECT' }])
  })

  it('one that is not the buyer’s changes nothing', () => {
    expect(priced(material([tea]), { grantId: 'other' })).toMatchObject({
      grantId: null,
      totalFen: 5_000,
      adjustments: [],
    })
  })
})

describe('the best coupon', () => {
  const best = (grants: ReturnType<typeof grant>[], more: object = {}) =>
    priced(material([tea, cup], { grants, ...more }), { grantId: 'best' })

  it('takes most off, and the list begins with it', () => {
    const percent = grant('percent', { kind: 'percent', percentOff: 20, capFen: 1_500 })
    const bill = best([grant('little', 1_000), percent, grant('late', 9_000, { fromFen: 9_000 })])
    expect(bill.grantId).toBe('percent')
    expect(bill.coupons.map(({ grantId, offFen }) => [grantId, offFen])).toEqual([
      ['percent', 1_500],
      ['little', 1_000],
      ['late', 0],
    ])
    expect(bill.coupons[2]).toMatchObject({ reason: 'BELOW_THRESHOLD', missingFen: 1_000 })
  })

  it('of equals is the one that ends first', () => {
    const soon = grant('z-soon', 1_000, { expiresAt: NOON + 1 })
    const late = grant('a-late', 1_000, { expiresAt: NOON + DAY })
    expect(best([late, soon]).grantId).toBe('z-soon')
    expect(best([soon, late]).grantId).toBe('z-soon')
  })

  it('costs no freight: free freight counts list prices', () => {
    const freight = [{ ...PLAIN_ZONE, freeFromFen: 8_000 }]
    const grants = [grant('more', 500), grant('less', 200)]
    expect(best(grants, { freight })).toMatchObject({
      grantId: 'more',
      freightFen: 0,
      totalFen: 7_500,
    })
  })

  it('loses no gift, so the one that takes most off is the best with gifts at their price', () => {
    const gift = activity('gift', {
      scope: { productIds: [], categoryIds: [] },
      fromFen: 8_000,
      skuId: 'bowl',
      quantity: 1,
      perMemberMax: null,
      isOptional: false,
    })
    const gifts = { bowl: { productId: 'p-bowl', valueFen: 2_000, available: 1 } }
    const bill = best([grant('g', 500)], { promotions: [gift], gifts })
    expect(bill).toMatchObject({ grantId: 'g', totalFen: 7_500 })
    expect(bill.lines.map(({ kind }) => kind)).toEqual(['goods', 'goods', 'gift'])
  })

  it('is none where none can be used', () => {
    expect(best([grant('g', 1_000, { fromFen: 9_000 })])).toMatchObject({ grantId: null })
  })
})

it('an order that costs nothing is priced like any other', () => {
  const bill = use(grant('g', 9_000))
  expect(bill).toMatchObject({ totalFen: 0, earns: { points: 0, growth: 0 } })
  expect(bill.lines.map(({ payableFen }) => payableFen)).toEqual([0, 0])
})
