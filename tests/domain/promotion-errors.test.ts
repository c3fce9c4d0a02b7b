import type { KnownSku } from '@core/domain/promotions/kind-definition'
import type { Promotion } from '@core/domain/promotions/promotion'
import {
  changeError,
  promotionConflicts,
  promotionError,
  scopeError,
} from '@core/domain/promotions/promotion-errors'
import { type Scope, WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { DAY_MS } from '@core/kernel/calendar'
import { ACTIVITIES } from '../builders/promotions'
import { START } from '../builders/shop'

const sku = (id: string, productId: string, categoryIds: string[]): KnownSku => ({
  id,
  productId,
  categoryIds,
  priceFen: 6_800,
})
const SKUS = [
  sku('tea:1', 'tea', ['tea', 'drinks']),
  sku('honey:1', 'honey', ['sweets']),
  sku('honey:2', 'honey', ['sweets']),
]

const { timePrice, tierPrice, bundle, spendOff, gift, freeFreight, nthPiece } = ACTIVITIES
const at = (scope: Partial<Scope>): Scope => ({ ...WHOLE_SHOP_SCOPE, ...scope })

describe('errors of a single promotion', () => {
  test.each<[string, Promotion]>(Object.entries(ACTIVITIES))('nothing with %s', (_kind, rule) => {
    expect(promotionError(rule, SKUS)).toBeNull()
  })

  test.each<[string, string, Promotion]>([
    ['endsAt', 'END_BEFORE_START', { ...spendOff, endsAt: spendOff.startsAt }],
    ['endsAt', 'END_BEFORE_START', { ...spendOff, endsAt: Number.NaN }],
    [
      'prices.0.skuId',
      'UNKNOWN_SKU',
      { ...timePrice, prices: [{ skuId: 'none', priceFen: 1, stock: null }] },
    ],
    [
      'prices.0.priceFen',
      'NOT_CHEAPER',
      { ...timePrice, prices: [{ skuId: 'tea:1', priceFen: 6_800, stock: null }] },
    ],
    [
      'prices.1.skuId',
      'TWICE',
      {
        ...timePrice,
        prices: [1, 2].map((priceFen) => ({ skuId: 'tea:1', priceFen, stock: null })),
      },
    ],
    ['percents', 'NOTHING_GIVEN', { ...tierPrice, percents: { gold: 100 }, prices: [] }],
    ['percents.gold', 'DEARER_ABOVE', { ...tierPrice, percents: { silver: 90, gold: 95 } }],
    ['priceFen', 'NOT_CHEAPER', { ...bundle, priceFen: 20_400 }],
    ['steps.0.offFen', 'MORE_THAN_SPENT', { ...spendOff, steps: [{ fromFen: 9, offFen: 9 }] }],
    [
      'steps.1.fromFen',
      'NOT_RISING',
      {
        ...spendOff,
        steps: [
          { fromFen: 900, offFen: 90 },
          { fromFen: 900, offFen: 100 },
        ],
      },
    ],
    ['skuId', 'UNKNOWN_SKU', { ...gift, skuId: 'none' }],
    ['provinces.1', 'UNKNOWN_PROVINCE', { ...freeFreight, provinces: ['浙江省', '江浙'] }],
  ])('%s: %s', (field, reason, rule) => {
    expect(promotionError(rule, SKUS)).toEqual({ field, reason })
  })

  test('a scope names only what the shop has', () => {
    const known = { productIds: ['tea'], categoryIds: ['drinks'] }
    expect(scopeError({ productIds: ['tea'], categoryIds: ['drinks'] }, known)).toBeNull()
    expect(scopeError(at({ productIds: ['tea', 'x'] }), known)).toEqual({
      field: 'scope.productIds.1',
      reason: 'UNKNOWN_PRODUCT',
    })
    expect(scopeError(at({ categoryIds: ['x'] }), known)).toEqual({
      field: 'scope.categoryIds.0',
      reason: 'UNKNOWN_CATEGORY',
    })
  })
})

describe('what may change in an existing promotion', () => {
  const longer = { ...spendOff, title: '春茶节', endsAt: spendOff.endsAt + DAY_MS }
  const dearer = { ...spendOff, steps: [{ fromFen: 10_000, offFen: 500 }] }

  test.each<[string, Promotion, number, { field: string; reason: string } | null]>([
    ['everything before it begins', dearer, spendOff.startsAt - 1, null],
    [
      'not what it gives, from its first millisecond on',
      dearer,
      spendOff.startsAt,
      { field: 'steps', reason: 'RUNNING' },
    ],
    ['its title and its end while it runs', longer, spendOff.startsAt, null],
    ['nothing once it is over', longer, spendOff.endsAt, { field: 'endsAt', reason: 'OVER' }],
  ])('%s', (_words, after, now, error) => {
    expect(changeError(spendOff, after, now)).toEqual(error)
  })

  test('the order in which fields were stored says nothing', () => {
    const steps = spendOff.steps.map(({ fromFen, offFen }) => ({ offFen, fromFen }))
    const stored = { ...spendOff, steps }
    expect(changeError(stored, spendOff, spendOff.startsAt)).toBeNull()
  })

  test('a new one cannot be over already', () => {
    expect(changeError(null, spendOff, spendOff.endsAt)).toMatchObject({ reason: 'OVER' })
    expect(changeError(null, spendOff, spendOff.endsAt - 1)).toBeNull()
  })
})

describe('S0-09 two promotions that would give one product two prices', () => {
  const meets = (rule: Promotion, other: Promotion) =>
    promotionConflicts(rule, [{ ...other, id: 'other' }], SKUS).flatMap(({ on }) => on)

  test.each<[string, number, number, boolean]>([
    ['one ends as the other begins', -DAY_MS, 0, false],
    ['one ends a millisecond later', -DAY_MS, 1, true],
    ['one begins as the other ends', DAY_MS, 2 * DAY_MS, false],
    ['one begins a millisecond earlier', DAY_MS - 1, 2 * DAY_MS, true],
    ['one lies within the other', 1, 2, true],
  ])('%s', (_words, from, to, isConflict) => {
    const other = { ...spendOff, startsAt: START + from, endsAt: START + to }
    expect(meets(spendOff, other)).toEqual(isConflict ? ['*'] : [])
    expect(meets(other, spendOff)).toEqual(isConflict ? ['*'] : [])
  })

  const tea = { ...nthPiece, scope: at({ productIds: ['tea'] }) }
  const named = { ...tierPrice, percents: {}, prices: tierPrice.prices }

  test.each<[string, Promotion, Promotion, string[]]>([
    ['everything and a product', nthPiece, tea, ['tea']],
    ['two products', tea, { ...nthPiece, scope: at({ productIds: ['honey'] }) }, []],
    [
      'a product and its category',
      tea,
      { ...nthPiece, scope: at({ categoryIds: ['tea'] }) },
      ['tea'],
    ],
    [
      'a product and the category above',
      tea,
      { ...nthPiece, scope: at({ categoryIds: ['drinks'] }) },
      ['tea'],
    ],
    [
      'a product and another category',
      tea,
      { ...nthPiece, scope: at({ categoryIds: ['sweets'] }) },
      [],
    ],
    ['two kinds', nthPiece, spendOff, []],
    ['two gifts', gift, gift, []],
    ['one SKU at two times prices', timePrice, timePrice, ['tea:1', 'honey:1']],
    [
      'other SKUs',
      timePrice,
      { ...timePrice, prices: [{ skuId: 'honey:2', priceFen: 1, stock: null }] },
      [],
    ],
    ['a tier price by name within percentages', named, { ...tierPrice, prices: [] }, ['honey:2']],
    [
      'a tier price by name beside percentages',
      named,
      { ...tierPrice, prices: [], scope: at({ productIds: ['tea'] }) },
      [],
    ],
    ['free freight to other provinces', freeFreight, { ...freeFreight, provinces: ['广东省'] }, []],
    ['free freight to all', freeFreight, { ...freeFreight, provinces: [] }, ['*']],
  ])('%s', (_words, rule, other, on) => {
    expect(meets(rule, other).sort()).toEqual([...on].sort())
    expect(meets(other, rule).sort()).toEqual([...on].sort())
  })

  test('a promotion does not conflict with its previous version', () => {
    expect(promotionConflicts(spendOff, [spendOff], SKUS)).toEqual([])
  })
})
