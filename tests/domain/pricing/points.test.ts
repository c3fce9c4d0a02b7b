import { line, material, member, PLAIN_ZONE, priced } from '../../builders/pricing'
import { defaultProgram } from '../../builders/program'

/** 100 points are a yuan, spent by the hundred; they pay half of the goods at most. */
const spend = (asked: number, balance: number, unitFen = 10_000) =>
  priced(material([line('tea', unitFen)], { buyer: member('basic', balance) }), { points: asked })

describe('points at the till', () => {
  it.each([
    ['one below the least number', 99, 1_000, 0],
    ['the least number', 100, 1_000, 100],
    ['a whole number of steps of what was asked', 250, 1_000, 200],
    ['no more than there are', 800, 350, 300],
    ['no more than half of the goods', 9_000, 9_000, 5_000],
    ['none of a debt', 100, -500, 0],
  ])('%s', (_, asked, balance, spent) => {
    const bill = spend(asked, balance)
    expect(bill.points).toMatchObject({ spent, fen: spent })
    expect(bill.totalFen).toBe(10_000 - spent)
    const isSaid = bill.skipped.some(({ reason }) => reason === 'TOO_FEW_POINTS')
    expect(isSaid).toBe(spent === 0)
  })

  it.each([
    [9_999, 4_900],
    [10_000, 5_000],
    [199, 0],
    [200, 100],
  ])('goods of %i fen take %i points at most', (unitFen, max) => {
    expect(spend(0, 9_000, unitFen).points).toEqual({ spent: 0, max, fen: 0 })
  })

  it('no more than one order takes, however many there are', () => {
    const bill = spend(3_000_000, 3_000_000, 50_000_000)
    expect(bill.points).toEqual({ spent: 1_000_000, max: 1_000_000, fen: 1_000_000 })
  })

  it('are not taken when they would be worth nothing', () => {
    const few = { spendPointsPerYuan: 10_000, spendPointsStep: 1, spendPointsMin: 1 }
    const program = { ...defaultProgram, ...few }
    const of = material([line('tea', 1_000)], { buyer: member('basic', 99), program })
    expect(priced(of, { points: 99 }).points).toEqual({ spent: 0, max: 0, fen: 0 })
  })

  it('are for members', () => {
    expect(priced(material([line('tea', 10_000)]), { points: 100 })).toMatchObject({
      points: { spent: 0, max: 0 },
      skipped: [{ code: 'POINTS', reason: 'MEMBERS_ONLY' }],
    })
  })

  it('pay no freight, and do not end the free freight', () => {
    const freight = [{ ...PLAIN_ZONE, freeFromFen: 10_000 }]
    const of = material([line('tea', 10_000)], { buyer: member('basic', 9_000), freight })
    expect(priced(of, { points: 9_000 })).toMatchObject({ freightFen: 0, totalFen: 5_000 })
    const dear = material([line('tea', 5_000)], { buyer: member('basic', 9_000), freight })
    expect(priced(dear, { points: 9_000 })).toMatchObject({ freightFen: 800, totalFen: 3_300 })
  })

  it('earn nothing for what they have paid, nor does freight', () => {
    const freight = [PLAIN_ZONE]
    const of = material([line('tea', 5_050)], { buyer: member('basic', 9_000), freight })
    expect(priced(of, { points: 2_000 })).toMatchObject({
      totalFen: 3_850,
      earns: { points: 30, growth: 30 },
    })
  })

  it('are no reason for an order to cost nothing but when they may pay all', () => {
    const program = { ...defaultProgram, spendPointsPercentMax: 100 }
    const of = material([line('tea', 5_000)], { buyer: member('basic', 9_000), program })
    const bill = priced(of, { points: 9_000 })
    expect(bill).toMatchObject({ totalFen: 0, points: { spent: 5_000 } })
    expect(bill.lines[0]).toMatchObject({ payableFen: 0, pointsFen: 5_000 })
  })
})

describe('what an order earns', () => {
  it.each([
    ['nothing without having joined', null, { points: 0, growth: 0, tier: 'basic' }],
    ['a point and growth per yuan', member(), { points: 64, growth: 64, tier: 'basic' }],
    ['the tier’s multiple of points', member('silver'), { points: 77, growth: 64 }],
  ])('%s', (_, buyer, earns) => {
    expect(priced(material([line('tea', 6_460)], { buyer })).earns).toMatchObject(earns)
  })

  it('says which tier it brings', () => {
    const of = material([line('tea', 30_000)], { buyer: member() })
    expect(priced(of).earns.tier).toBe('silver')
  })
})
