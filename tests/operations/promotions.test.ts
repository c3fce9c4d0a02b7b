import type { Promotion } from '@core/domain/promotions/promotion'
import { DAY_MS } from '@core/kernel/calendar'
import { PROMOTIONS_MAX } from '@core/kernel/limits'
import { ACTIVITIES } from '../builders/promotions'
import { must, openShop, refused, START, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(async () => {
  for (const { promotion } of await listed('RUNNING')) await end(promotion.id)
  for (const { promotion } of await listed('COMING')) await end(promotion.id)
})
afterAll(() => shop.close())

let saved = 0
/** The same promotion with a unique id, starting from now instead of the first start. */
const fresh = <P extends Promotion>(rule: P, more: Partial<P> = {}): P => {
  saved += 1
  const on = now() - START
  const times = { startsAt: rule.startsAt + on, endsAt: rule.endsAt + on }
  return { ...rule, id: `p${saved}`, ...times, ...more }
}
const now = () => shop.devcloud.clock.now()
const save = (promotion: Promotion) => shop.admin('promotions.save', { promotion })
const show = async (promotionId: string) =>
  must(await shop.admin('promotions.show', { promotionId }))
const end = async (promotionId: string) => must(await shop.admin('promotions.end', { promotionId }))
const listed = async (state: 'COMING' | 'RUNNING' | 'ENDED') =>
  must(await shop.admin('promotions.list', { state })).items
const materialOf = async (skuId = 'tea:1') =>
  (await shop.customer('lin').does('orders.quote', { lines: [{ skuId, quantity: 1 }] })).material

const KINDS = Object.entries(ACTIVITIES)
const { timePrice, spendOff, nthPiece, gift, freeFreight, bundle } = ACTIVITIES

describe('saving a promotion', () => {
  it.each(KINDS)('%s is shown as saved and applies to prices', async (_kind, rule) => {
    const activity = fresh<Promotion>(rule)
    const row = must(await save(activity))
    expect(row).toMatchObject({ promotion: activity, state: 'RUNNING' })
    expect(await show(activity.id)).toMatchObject(row)
    expect((await materialOf()).promotions).toEqual([activity])
  })

  it('returns the names of its products and SKUs', async () => {
    const activity = fresh(bundle)
    must(await save(activity))
    const { skus } = await show(activity.id)
    expect(skus.find(({ id }) => id === 'honey:1')).toMatchObject({
      productId: 'honey',
      title: '秦岭土蜂蜜',
      spec: '250g',
      priceFen: 3_990,
    })
  })

  it('opens the stock it reserves, and none without a reservation', async () => {
    const activity = fresh(timePrice)
    expect(must(await save(activity)).stock).toEqual({ left: 10, sold: 0 })
    const { activityStock } = await materialOf('honey:1')
    expect(Object.keys(activityStock)).toEqual([])
    expect((await materialOf('tea:1')).activityStock).toEqual({ [`${activity.id}:tea:1`]: 10 })
  })

  it('resets the stock of an upcoming one, and removes unreserved stock', async () => {
    const coming = { startsAt: now() + DAY_MS, endsAt: now() + 2 * DAY_MS }
    const activity = fresh(timePrice, coming)
    expect(must(await save(activity))).toMatchObject({ state: 'COMING', stock: { left: 10 } })
    const [tea, honey] = timePrice.prices
    const more = {
      ...activity,
      prices: [
        { ...tea!, stock: 4 },
        { ...honey!, stock: 6 },
      ],
    }
    expect(must(await save(more)).stock).toEqual({ left: 10, sold: 0 })
    const less = { ...activity, prices: [{ ...honey!, stock: 6 }] }
    expect(must(await save(less)).stock).toEqual({ left: 6, sold: 0 })
  })

  it('changes only title and end while it runs, and leaves its stock', async () => {
    const activity = fresh(timePrice)
    must(await save(activity))
    await shop.customer('mei').places('tea:1', 2)
    const longer = { ...activity, title: '再来一天', endsAt: activity.endsAt + DAY_MS }
    expect(must(await save(longer))).toMatchObject({
      promotion: { title: '再来一天', endsAt: longer.endsAt },
      stock: { left: 8, sold: 0 },
    })
    const cheaper = { ...longer, perMemberMax: 5 }
    expect(refused(await save(cheaper))).toEqual({
      code: 'PROMOTION_RUNNING',
      field: 'perMemberMax',
    })
    expect(refused(await save({ ...spendOff, id: activity.id }))).toMatchObject({
      code: 'PROMOTION_RUNNING',
    })
    expect((await show(activity.id)).promotion).toEqual(longer)
  })
})

describe('is refused with the invalid field, and changes nothing', () => {
  const only = (productIds: string[], categoryIds: string[] = []) => ({ productIds, categoryIds })

  it.each<[string, string, Promotion]>([
    ['endsAt', 'END_BEFORE_START', { ...spendOff, endsAt: spendOff.startsAt - 1 }],
    ['endsAt', 'OVER', { ...spendOff, startsAt: START - DAY_MS, endsAt: START }],
    [
      'prices.0.skuId',
      'UNKNOWN_SKU',
      { ...timePrice, prices: [{ skuId: 'x', priceFen: 1, stock: 1 }] },
    ],
    ['skuId', 'UNKNOWN_SKU', { ...gift, skuId: 'x' }],
    ['scope.productIds.1', 'UNKNOWN_PRODUCT', { ...nthPiece, scope: only(['tea', 'x']) }],
    ['scope.categoryIds.0', 'UNKNOWN_CATEGORY', { ...nthPiece, scope: only([], ['x']) }],
    ['provinces.0', 'UNKNOWN_PROVINCE', { ...freeFreight, provinces: ['江浙沪'] }],
    ['priceFen', 'NOT_CHEAPER', { ...bundle, priceFen: 6_800 + 2 * 3_990 }],
    ['steps.0.offFen', 'MORE_THAN_SPENT', { ...spendOff, steps: [{ fromFen: 5, offFen: 5 }] }],
  ])('%s: %s', async (field, reason, rule) => {
    const activity = fresh(rule)
    expect(refused(await save(activity))).toEqual({ code: 'PROMOTION_WRONG', field, reason })
    const { error } = must(await shop.admin('promotions.check', { promotion: activity }))
    expect(error).toEqual({ field, reason })
    expect(refused(await shop.admin('promotions.show', { promotionId: activity.id }))).toEqual({
      code: 'NOT_FOUND',
    })
    expect((await materialOf()).promotions).toEqual([])
  })

  it.each<[string, unknown]>([
    ['promotion.steps.0.offFen', { ...spendOff, steps: [{ fromFen: 500, offFen: -1 }] }],
    ['promotion.steps.0.offFen', { ...spendOff, steps: [{ fromFen: 500, offFen: Number.NaN }] }],
    ['promotion.priceFen', { ...bundle, priceFen: 0.5 }],
    ['promotion.percentOff', { ...nthPiece, percentOff: 101 }],
    ['promotion.nth', { ...nthPiece, nth: 1 }],
    ['promotion.id', { ...nthPiece, id: 'a:b' }],
    ['promotion.kind', { ...nthPiece, kind: 'everythingFree' }],
  ])('%s is no such value', async (field, promotion) => {
    const answer = await save(promotion as Promotion)
    expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT', field })
  })

  it('a second one on the same goods at the same time names the conflicting one', async () => {
    const first = fresh(nthPiece, { scope: only(['tea']), title: '第二件半价' })
    must(await save(first))
    const second = fresh(nthPiece, { scope: only([], ['all']) })
    const conflicts = [
      { withId: first.id, withTitle: '第二件半价', on: ['tea'], names: ['明前龙井'] },
    ]
    expect(refused(await save(second))).toEqual({ code: 'PROMOTION_CONFLICT', conflicts })
    expect(must(await shop.admin('promotions.check', { promotion: second }))).toEqual({
      error: null,
      conflicts,
    })
    must(await save({ ...second, startsAt: first.endsAt, endsAt: first.endsAt + DAY_MS }))
  })

  it('a subcategory counts as the same goods', async () => {
    const inner = { id: 'green', name: '绿茶', picture: 'honey-pot', sort: 2, parentId: 'all' }
    must(await shop.admin('categories.save', inner))
    must(await save(fresh(nthPiece, { scope: only([], ['all']) })))
    const answer = await save(fresh(nthPiece, { scope: only([], ['green']) }))
    expect(refused(answer)).toMatchObject({ conflicts: [{ on: ['green'], names: ['绿茶'] }] })
  })

  it(`more than ${PROMOTIONS_MAX} running or upcoming ones`, async () => {
    const gifts = Array.from({ length: PROMOTIONS_MAX }, () => fresh(gift))
    for (const one of gifts) must(await save(one))
    expect(refused(await save(fresh(gift)))).toEqual({
      code: 'TOO_MANY_PROMOTIONS',
      max: PROMOTIONS_MAX,
    })
    must(await save({ ...gifts[0]!, title: '还是我' }))
  })
})

describe('concurrent saves', () => {
  it('one of two conflicting ones is saved', async () => {
    const rules = [1, 2, 3].map(() => fresh(timePrice))
    const answers = await Promise.all(rules.map(save))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    for (const answer of answers.filter((one) => !one.ok)) {
      expect(refused(answer)).toMatchObject({ code: 'PROMOTION_CONFLICT' })
    }
    expect(await listed('RUNNING')).toHaveLength(1)
  })

  it('all that do not conflict are saved', async () => {
    const rules = [1, 2, 3, 4].map(() => fresh(gift))
    for (const answer of await Promise.all(rules.map(save))) must(answer)
    expect((await materialOf()).promotions).toHaveLength(4)
  })

  it('a repeated save is one promotion with one stock', async () => {
    const activity = fresh(timePrice)
    for (const answer of await Promise.all([save(activity), save(activity)])) must(answer)
    expect(await show(activity.id)).toMatchObject({ stock: { left: 10, sold: 0 } })
  })
})

describe('the end of a promotion', () => {
  it('S0-09 the price is back from the end on', async () => {
    const activity = fresh(timePrice)
    must(await save(activity))
    await shop.devcloud.clock.set(activity.endsAt - 1)
    expect((await materialOf()).promotions).toHaveLength(1)
    await shop.devcloud.clock.set(activity.endsAt)
    expect((await materialOf()).promotions).toEqual([])
  })

  it('can be now; a second call changes nothing', async () => {
    const activity = fresh(spendOff)
    must(await save(activity))
    const ended = await end(activity.id)
    expect(ended).toMatchObject({ state: 'ENDED', promotion: { endsAt: now() } })
    await shop.devcloud.clock.advance({ minutes: 1 })
    expect(await end(activity.id)).toEqual(ended)
    expect((await materialOf()).promotions).toEqual([])
    expect(refused(await save(activity))).toMatchObject({ code: 'PROMOTION_WRONG' })
  })

  it('can precede the start of an upcoming one', async () => {
    const activity = fresh(spendOff, { startsAt: now() + 1 })
    must(await save(activity))
    const { promotion } = await end(activity.id)
    expect([promotion.startsAt, promotion.endsAt]).toEqual([now(), now()])
  })

  it('of a missing one is NOT_FOUND', async () => {
    expect(refused(await shop.admin('promotions.end', { promotionId: 'none' }))).toEqual({
      code: 'NOT_FOUND',
    })
  })
})

it('lists by state and kind, the last to end first, ended ones by page', async () => {
  const coming = fresh(spendOff, { startsAt: now() + DAY_MS, endsAt: now() + 2 * DAY_MS })
  const running = fresh(spendOff)
  const other = fresh(nthPiece)
  for (const one of [running, coming, other]) must(await save(one))
  const ids = (rows: { promotion: Promotion }[]) => rows.map(({ promotion }) => promotion.id)
  expect(ids(await listed('COMING'))).toEqual([coming.id])
  expect(ids(await listed('RUNNING')).sort()).toEqual([running.id, other.id].sort())
  const all = must(await shop.admin('promotions.list', { kind: 'spendOff' }))
  expect(ids(all.items).slice(0, 2)).toEqual([coming.id, running.id])
  const seen: string[] = []
  let cursor: string | null | undefined
  while (cursor !== null) {
    const from = cursor === undefined ? {} : { cursor }
    const page = must(await shop.admin('promotions.list', { state: 'ENDED', ...from }))
    seen.push(...ids(page.items))
    cursor = page.next
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThan(PROMOTIONS_MAX)
})

describe('freight', () => {
  const zone = {
    name: '全国',
    provinces: [] as string[],
    isServed: true,
    firstGrams: 1_000,
    firstFen: 800,
    moreGrams: 1_000,
    moreFen: 300,
    freeFromFen: 9_900,
  }
  const near = { ...zone, name: '江浙', provinces: ['江苏省', '浙江省'], firstFen: 500 }

  it('is the programme’s for the whole country until the shop saves its own table', async () => {
    expect(must(await shop.admin('freight.show', {}))).toMatchObject([{ firstFen: 800 }])
    const zones = [zone, near]
    expect(must(await shop.admin('freight.save', { zones }))).toEqual(zones)
    expect(must(await shop.admin('freight.show', {}))).toEqual(zones)
    expect((await materialOf()).freight).toEqual(zones)
  })

  it.each([
    ['zones', [near]],
    ['zones', [zone, { ...zone, name: '别处' }]],
    ['zones.1.provinces.0', [zone, { ...near, provinces: ['江浙沪'] }]],
    ['zones.2.provinces', [zone, near, { ...near, name: '又一次' }]],
  ])('%s is refused, and the table stays', async (field, zones) => {
    const before = must(await shop.admin('freight.show', {}))
    expect(refused(await shop.admin('freight.save', { zones }))).toEqual({
      code: 'FREIGHT_WRONG',
      field,
    })
    expect(must(await shop.admin('freight.show', {}))).toEqual(before)
  })
})
