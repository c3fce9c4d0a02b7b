import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { activity, line, material, priced, products } from '../../builders/pricing'

const oneMore = activity('nthPiece', { scope: WHOLE_SHOP_SCOPE, nth: 2, percentOff: 100 })
const tea = (quantity: number) => line('tea', 999, { quantity })
const pay = (quantity: number) => priced(material([tea(quantity)], { promotions: [oneMore] }))

describe('S1-20 买一送一', () => {
  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 3],
  ])('%i pieces charge %i', (quantity, charged) => {
    expect(pay(quantity).totalFen).toBe(charged * 999)
  })

  it('says how it could be had', () => {
    expect(pay(1).skipped).toMatchObject([{ code: 'NTH_PIECE', reason: 'TOO_FEW_PIECES' }])
  })

  it('both pieces are worth half, so that one given back is worth its share', () => {
    expect(pay(2).lines[0]).toMatchObject({ amountFen: 1_998, payableFen: 999 })
    const two = [line('a', 1_000), line('b', 1_000)]
    const bill = priced(material(two, { promotions: [oneMore] }))
    expect(bill.lines.map(({ payableFen }) => payableFen)).toEqual([500, 500])
  })

  it('of two pieces the cheaper one is free, of four the second and the fourth', () => {
    const lines = [line('a', 100), line('b', 1_000), line('c', 900), line('d', 200)]
    const bill = priced(material(lines, { promotions: [oneMore] }))
    expect(bill.totalFen).toBe(1_000 + 200)
    expect(priced(material(lines.slice(0, 2), { promotions: [oneMore] })).totalFen).toBe(1_000)
  })

  it('counts the pieces in its scope alone', () => {
    const within = { ...oneMore, scope: products('a') }
    const bill = priced(material([line('a', 500), line('b', 500)], { promotions: [within] }))
    expect(bill.totalFen).toBe(1_000)
    expect(priced(material([line('b', 500)], { promotions: [within] })).skipped).toEqual([])
  })
})

describe('第二件半价', () => {
  const half = activity('nthPiece', { scope: WHOLE_SHOP_SCOPE, nth: 2, percentOff: 50 })
  it.each([
    [2, 100, 150],
    [2, 99, 148],
    [3, 99, 148 + 99],
    [2, 1, 1],
  ])('%i pieces of %i fen cost %i: half a fen off is one', (quantity, unitFen, totalFen) => {
    const of = material([line('tea', unitFen, { quantity })], { promotions: [half] })
    expect(priced(of).totalFen).toBe(totalFen)
  })

  it('every third piece, when it is the third', () => {
    const third = { ...half, nth: 3, percentOff: 100 }
    const costs = [2, 3, 5, 6].map(
      (quantity) => priced(material([tea(quantity)], { promotions: [third] })).totalFen / 999,
    )
    expect(costs).toEqual([2, 2, 4, 4])
  })

  it('does not count pieces that have another promotion’s price, and is not broken by it', () => {
    const sale = (priceFen: number) =>
      activity('timePrice', {
        prices: [{ skuId: 'tea', priceFen, stock: null }],
        perMemberMax: 1,
      })
    const pay = (pieces: number, priceFen: number) =>
      priced(material([tea(pieces)], { promotions: [half, sale(priceFen)] }))
    expect(pay(2, 400)).toMatchObject({ totalFen: 1_399, skipped: [{ code: 'NTH_PIECE' }] })
    expect(pay(2, 900)).toMatchObject({ totalFen: 1_498, skipped: [{ code: 'TIME_PRICE' }] })
    expect(pay(3, 900).totalFen).toBe(900 + 999 + 499)
  })
})
