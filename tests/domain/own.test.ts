import { countedPurchases } from '@core/data/orders/purchase-counters'
import { checkOptions, NO_OPTIONS } from '@core/domain/catalog/product'
import { lineReviewStep } from '@core/domain/orders/review-step'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { isDeeperThan } from '@core/kernel/json-depth'
import { isInherited, own, setOwn } from '@core/kernel/own'
import { findLines } from '@core/operations/orders/lines'
import { activity, line, material, priced } from '../builders/pricing'

/** Ids that every object answers to; a release before this one may have stored them. */
const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'propertyIsEnumerable']

describe.each(NAMES)('the id %s', (name) => {
  const record = (value: number) => Object.fromEntries([[name, value]])

  it('is a key like any other', () => {
    expect(isInherited(name)).toBe(true)
    expect(own({}, name)).toBeUndefined()
    expect(own(record(3), name)).toBe(3)
    const counts: Record<string, number> = {}
    setOwn(counts, name, 1)
    setOwn(counts, name, 2)
    expect(Object.entries(counts)).toEqual([[name, 2]])
    expect(({} as Record<string, unknown>)['constructor']).toBe(Object)
  })

  it('counts purchases, and gives them back', () => {
    const none = { products: {}, promotions: {} }
    const uses = { products: record(2), promotions: record(1) }
    const once = countedPurchases(none, uses, 1)
    expect(Object.entries(once.products)).toEqual([[name, 2]])
    const twice = countedPurchases(once, uses, 1)
    expect(Object.entries(twice.products)).toEqual([[name, 4]])
    expect(Object.entries(twice.promotions)).toEqual([[name, 2]])
    const back = countedPurchases(twice, uses, -1)
    expect(Object.entries(back.products)).toEqual([[name, 2]])
    expect(countedPurchases(once, uses, -1)).toEqual(none)
  })

  it.each([
    [2, 0, true],
    [3, 0, false],
    [1, 1, true],
    [2, 1, false],
  ])('of a product: %i pieces after %i keep its limit of 2 per member: %p', (now, had, isKept) => {
    const sku = {
      _id: 'sku',
      productId: name,
      title: '',
      values: [],
      picture: '',
      priceFen: 100,
      weightGrams: 1,
      categoryIds: [],
      available: 99,
      isOnSale: true,
      isSample: false,
      launchAt: null,
      earlyAccess: null,
      limits: { perOrder: null, perMember: 2 },
      fields: [],
      services: [],
    } as unknown as Parameters<typeof findLines>[1][number]
    const buyer = { tier: null, now: 0, had: had === 0 ? {} : record(had) }
    const found = findLines([{ skuId: 'sku', quantity: now }], [sku], buyer)
    expect(found.ok).toBe(isKept)
    if (!found.ok) expect(found.error).toMatchObject({ code: 'LIMIT_REACHED', per: 'member' })
  })

  it.each([
    [0, 2],
    [1, 1],
    [2, 0],
  ])('of a promotion: after %i of 2 pieces per member, %i more are cheaper', (had, cheaper) => {
    const rule = activity('timePrice', {
      id: name,
      prices: [{ skuId: 'tea', priceFen: 600, stock: null }],
      perMemberMax: 2,
    })
    const taken = had === 0 ? {} : record(had)
    const bill = priced(
      material([line('tea', 1_000, { quantity: 3 })], { promotions: [rule], taken }),
    )
    expect(bill.totalFen).toBe(3_000 - cheaper * 400)
    expect(own(bill.claims.taken, name)).toBe(cheaper === 0 ? undefined : cheaper)
  })

  it('of a gift and its promotion is a gift while there is one', () => {
    const rule = activity('gift', {
      id: name,
      scope: WHOLE_SHOP_SCOPE,
      fromFen: 100,
      skuId: name,
      quantity: 1,
      perMemberMax: 1,
      isOptional: false,
    })
    const gift = { productId: 'p', valueFen: 100, available: 1 }
    const of = (gifts: object, taken: Record<string, number> = {}) =>
      priced(material([line('tea', 1_000)], { promotions: [rule], gifts: gifts as never, taken }))
    expect(of(Object.fromEntries([[name, gift]])).lines).toHaveLength(2)
    expect(of({}).skipped).toMatchObject([{ reason: 'STOCK_GONE' }])
    const again = of(Object.fromEntries([[name, gift]]), record(1))
    expect(again.skipped).toMatchObject([{ reason: 'LIMIT_REACHED' }])
  })

  it('of a field is missing until it is filled in', () => {
    const field = {
      id: name,
      label: '刻字',
      kind: 'text' as const,
      choices: [],
      maxLength: 5,
      isRequired: true,
    }
    const sku = { fields: [field], services: [] }
    expect(checkOptions(sku, NO_OPTIONS)).toMatchObject({ error: { code: 'FIELD_MISSING' } })
    const filled = { fields: Object.fromEntries([[name, '好']]), services: [] }
    expect(checkOptions(sku, filled)).toMatchObject({ value: { fields: [{ value: '好' }] } })
  })

  it('of a line can be reviewed', () => {
    const of = { key: name, kind: 'goods' as const, productId: 'p' }
    const order = { state: 'received' as const, lines: [of], reviewed: {} }
    expect(lineReviewStep(order, of)).toBe('WRITE')
    const reviewed = Object.fromEntries([[name, 'written' as const]])
    expect(lineReviewStep({ ...order, reviewed }, of)).toBe('APPEND')
  })
})

describe('depth', () => {
  const nested = (levels: number): unknown =>
    JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`)

  it.each([
    ['a number', 1, 0, false],
    ['one level', { a: 1 }, 0, true],
    ['one level', { a: 1 }, 1, false],
    ['32 levels', nested(32), 32, false],
    ['33 levels', nested(33), 32, true],
    ['33 levels beside a flat one', { a: 1, b: nested(32) }, 32, true],
    ['a hundred thousand levels', nested(100_000), 32, true],
    ['nothing', null, 0, false],
  ])('%s: %#', (_name, value, max, expected) => {
    expect(isDeeperThan(value, max)).toBe(expected)
  })
})
