import { freightErrors } from '@core/domain/freight/freight-table'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import {
  activity,
  line,
  material,
  member,
  PLAIN_ZONE,
  priced,
  products,
} from '../../builders/pricing'

const FAR = {
  ...PLAIN_ZONE,
  name: '远',
  provinces: ['西藏自治区'],
  firstFen: 2_000,
  freeFromFen: null,
}
const NONE = { ...PLAIN_ZONE, name: '不送', provinces: ['台湾省'], isServed: false }
const freight = [FAR, NONE, PLAIN_ZONE]
const send = (unitFen: number, more: object = {}) =>
  priced(material([line('tea', unitFen)], { freight, ...more }))

describe('freight by zone and weight', () => {
  it.each([
    [999, 1, 800],
    [1_000, 1, 800],
    [1_001, 1, 1_000],
    [1_000, 2, 1_000],
    [1_001, 2, 1_200],
  ])('%i g × %i travel for %i fen: a begun step is a whole one', (weightGrams, quantity, fen) => {
    const of = material([line('tea', 10, { weightGrams, quantity })], { freight })
    expect(priced(of)).toMatchObject({ freightFen: fen, totalFen: 10 * quantity + fen })
  })

  it('is a reason of the total that no line carries', () => {
    expect(send(1_000).adjustments).toEqual([
      { code: 'FREIGHT', sourceId: null, title: '全国', fen: 800, shares: [] },
    ])
  })

  it.each([
    ['a zone of its own', '西藏自治区', { freightFen: 2_000, isServed: true }],
    ['everywhere else', '广东省', { freightFen: 800, isServed: true }],
    ['nowhere that anybody knows', '火星', { freightFen: 800, isServed: true }],
    ['where nothing is sent', '台湾省', { freightFen: 0, isServed: false, totalFen: 1_000 }],
    ['while nobody knows where', null, { freightFen: 800, isServed: true }],
  ])('%s', (_, province, expected) => expect(send(1_000, { province })).toMatchObject(expected))

  it('while nobody knows where, it goes where the shop sends', () => {
    const table = [FAR, { ...PLAIN_ZONE, isServed: false }]
    expect(send(1_000, { province: null, freight: table })).toMatchObject({
      freightFen: 2_000,
      isServed: true,
    })
  })

  it('services and gifts weigh nothing', () => {
    const services = [{ id: 'wrap', name: '包装', priceFen: 500 }]
    const rule = activity('gift', {
      scope: WHOLE_SHOP_SCOPE,
      fromFen: 0,
      skuId: 'cup',
      quantity: 1,
      perMemberMax: null,
      isOptional: false,
    })
    const gifts = { cup: { productId: 'p-cup', valueFen: 1, available: 9 } }
    const lines = [line('tea', 10, { weightGrams: 1_000, services })]
    const of = material(lines, { freight, promotions: [rule], gifts })
    expect(priced(of).freightFen).toBe(800)
  })

  it('an empty cart has none', () => {
    expect(priced(material([], { freight }))).toMatchObject({ freightFen: 0, totalFen: 0 })
  })
})

describe('free freight', () => {
  it.each([
    [9_899, 800, 1],
    [9_900, 0, 0],
  ])('goods of %i fen travel for %i, %i short of free', (unitFen, freightFen, missing) => {
    expect(send(unitFen)).toMatchObject({ freightFen, freeFreightMissingFen: missing + 0 })
  })

  it('counts list prices, whatever makes the goods cheaper', () => {
    const promotions = [
      activity('tierPrice', { scope: WHOLE_SHOP_SCOPE, percents: { gold: 95 }, prices: [] }),
    ]
    expect(send(9_900, { promotions, buyer: member('basic') }).totalFen).toBe(9_900)
    expect(send(9_900, { promotions, buyer: member('gold') }).totalFen).toBe(9_405)
  })

  it('shows what it would have been', () => {
    expect(send(9_900).adjustments.map(({ code, fen }) => [code, fen])).toEqual([
      ['FREIGHT', 800],
      ['FREE_FREIGHT', -800],
    ])
  })

  const free = (more: object = {}) =>
    activity('freeFreight', { scope: WHOLE_SHOP_SCOPE, fromFen: 5_000, provinces: [], ...more })
  it.each([
    ['on its line', 5_000, {}, 0, undefined],
    ['a fen below', 4_999, {}, 800, 'BELOW_THRESHOLD'],
    ['in a province it names', 5_000, { provinces: ['浙江省'] }, 0, undefined],
    ['in another one', 5_000, { provinces: ['广东省'] }, 800, undefined],
    ['for members', 5_000, { minTier: 'basic' }, 800, 'MEMBERS_ONLY'],
    ['with something else', 5_000, { scope: products('pot'), fromFen: 0 }, 800, undefined],
    ['with something of its scope', 5_000, { scope: products('tea'), fromFen: 0 }, 0, undefined],
    ['where the zone is free already', 9_900, {}, 0, 'NO_EFFECT'],
  ])('by a promotion: %s', (_, unitFen, more, freightFen, reason) => {
    const bill = send(unitFen, { promotions: [free(more)] })
    expect(bill.freightFen).toBe(freightFen)
    expect(bill.skipped[0]?.reason).toBe(reason)
  })

  it('shows the smallest missing amount, and which promotion made freight free', () => {
    const promotions = [free({ id: 'b', fromFen: 6_000 }), free({ id: 'a', fromFen: 5_000 })]
    expect(send(4_000, { promotions }).freeFreightMissingFen).toBe(1_000)
    const [, off] = send(6_000, { promotions, buyer: member() }).adjustments
    expect(off).toMatchObject({ code: 'FREE_FREIGHT', sourceId: 'a', fen: -800 })
  })
})

describe('a freight table', () => {
  it.each([
    ['one zone for everywhere else', freight, []],
    ['none', [FAR], ['zones']],
    ['two', [PLAIN_ZONE, PLAIN_ZONE], ['zones']],
    ['a province in two zones', [FAR, FAR, PLAIN_ZONE], ['zones.1.provinces']],
  ])('with %s', (_, table, errors) => expect(freightErrors(table)).toEqual(errors))
})
