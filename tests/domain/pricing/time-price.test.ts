import { activity, DAY, line, material, member, NOON, priced } from '../../builders/pricing'

const sale = (more: object = {}) =>
  activity('timePrice', {
    prices: [{ skuId: 'tea', priceFen: 600, stock: null }],
    perMemberMax: null,
    ...more,
  })
const tea = (quantity = 1) => line('tea', 1_000, { quantity })

describe('S0-09 a price for a time', () => {
  it.each([
    ['a moment before it starts', NOON - DAY - 1, 1_000],
    ['from its start on', NOON - DAY, 600],
    ['until the moment before its end', NOON + DAY - 1, 600],
    ['not at its end', NOON + DAY, 1_000],
  ])('holds %s', (_, at, totalFen) => {
    const of = material([tea()], { promotions: [sale()], at })
    expect(priced(of).totalFen).toBe(totalFen)
  })

  it('is one adjustment with the share of its line', () => {
    const { adjustments, lines } = priced(material([tea(2)], { promotions: [sale()] }))
    const shares = [{ key: 'tea', fen: -800 }]
    expect(adjustments).toMatchObject([
      { code: 'TIME_PRICE', sourceId: 'timePrice', fen: -800, shares },
    ])
    expect(lines[0]).toMatchObject({ unitFen: 1_000, amountFen: 2_000, payableFen: 1_200 })
  })
})

describe('S0-09 the limit of a member', () => {
  it.each([
    [0, 3, 2 * 600 + 1_000, 2],
    [1, 3, 600 + 2 * 1_000, 1],
    [2, 3, 3 * 1_000, undefined],
    [5, 1, 1_000, undefined],
  ])('after %i of 2, %i pieces cost %i', (had, quantity, totalFen, counted) => {
    const promotions = [sale({ perMemberMax: 2 })]
    const bill = priced(material([tea(quantity)], { promotions, taken: { timePrice: had } }))
    expect(bill.totalFen).toBe(totalFen)
    expect(bill.claims.taken['timePrice']).toBe(counted)
    const isOut = bill.skipped.some(({ reason }) => reason === 'LIMIT_REACHED')
    expect(isOut).toBe(counted === undefined)
  })

  it('is spent on the pieces that save most, wherever they stand in the cart', () => {
    const prices = [
      { skuId: 'tea', priceFen: 900, stock: null },
      { skuId: 'pot', priceFen: 1_000, stock: null },
    ]
    const promotions = [sale({ perMemberMax: 1, prices })]
    const lines = [tea(), line('pot', 5_000)]
    expect(priced(material(lines, { promotions })).totalFen).toBe(2_000)
    expect(priced(material([...lines].reverse(), { promotions })).totalFen).toBe(2_000)
  })
})

describe('S0-09 the promotion’s own stock', () => {
  const promotions = [sale({ prices: [{ skuId: 'tea', priceFen: 600, stock: 5 }] })]
  it.each([
    ['enough of it', 3, 3 * 600, 3],
    ['two pieces left: the third keeps its price', 2, 2 * 600 + 1_000, 2],
    ['nothing left', 0, 3_000, 0],
    ['a stock that is not known', undefined, 3_000, 0],
  ])('%s', (_, left, totalFen, held) => {
    const activityStock: Record<string, number> = {}
    if (left !== undefined) activityStock['timePrice:tea'] = left
    const bill = priced(material([tea(3)], { promotions, activityStock }))
    expect(bill.totalFen).toBe(totalFen)
    const pieces = [{ promotionId: 'timePrice', skuId: 'tea', quantity: held }]
    expect(bill.claims.activityPieces).toEqual(held > 0 ? pieces : [])
    const reasons = bill.skipped.map(({ reason }) => reason)
    expect(reasons).toEqual(held > 0 ? [] : ['STOCK_GONE'])
  })

  it('is one for two lines of the SKU', () => {
    const lines = [tea(2), line('tea', 1_000, { key: 'tea~1', quantity: 2 })]
    const bill = priced(material(lines, { promotions, activityStock: { 'timePrice:tea': 3 } }))
    expect(bill.totalFen).toBe(3 * 600 + 1_000)
    expect(bill.claims.activityPieces).toEqual([
      { promotionId: 'timePrice', skuId: 'tea', quantity: 3 },
    ])
  })

  it('does not bind where none is set apart any more, whatever an old document says', () => {
    const of = material([tea(3)], { promotions: [sale()], activityStock: { 'timePrice:tea': 1 } })
    expect(priced(of)).toMatchObject({ totalFen: 1_800, claims: { activityPieces: [] } })
  })
})

it('S0-09 a price that is no cheaper says so', () => {
  const bill = priced(material([line('tea', 600)], { promotions: [sale()] }))
  expect(bill.skipped).toMatchObject([{ code: 'TIME_PRICE', reason: 'NO_EFFECT' }])
})

describe('who a promotion is for', () => {
  const promotions = [sale({ minTier: 'silver' })]
  it.each([
    ['nobody special', null, 1_000, ['MEMBERS_ONLY']],
    ['a member below', member('basic'), 1_000, ['TIER_TOO_LOW']],
    ['exactly this tier', member('silver'), 600, []],
    ['one above', member('gold'), 600, []],
  ])('%s', (_, buyer, totalFen, reasons) => {
    const bill = priced(material([tea()], { promotions, buyer }))
    expect(bill.totalFen).toBe(totalFen)
    expect(bill.skipped.map(({ reason }) => reason)).toEqual(reasons)
  })
})
