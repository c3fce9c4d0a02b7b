import type { PromotionDetail } from '@core/contract/promotions'
import { defaultFreightTable } from '@core/domain/freight/freight-table'
import type { Promotion } from '@core/domain/promotions/promotion'
import { DAY_MS } from '@core/kernel/calendar'
import * as couponEditor from '@/pages/admin-marketing/coupons/detail/form'
import * as freightEditor from '@/pages/admin-marketing/freight/form'
import { conflictCopy, errorCopy } from '@/pages/admin-marketing/promotions/detail/error-copy'
import {
  blankForm,
  copyOf,
  formOf,
  promotionOf,
} from '@/pages/admin-marketing/promotions/detail/form'
import { defaultProgram } from '../builders/program'
import { ACTIVITIES, couponOffer } from '../builders/promotions'
import { START } from '../builders/shop'

const names = ['tea:1', 'honey:1', 'honey:2'].map((id) => ({
  id,
  productId: id.split(':')[0] ?? '',
  title: id,
  spec: '',
  picture: '',
  priceFen: 6_800,
}))
const detailOf = (promotion: Promotion): PromotionDetail => ({
  promotion,
  state: 'COMING',
  stock: null,
  skus: names,
  products: [{ id: 'tea', title: '龙井', picture: '' }],
})

describe('a promotion in its editor', () => {
  test.each(Object.entries(ACTIVITIES))('%s is sent as it was stored', (_kind, activity) => {
    expect(promotionOf(formOf(detailOf(activity)))).toEqual({ ok: true, value: activity })
  })

  test('part of the shop stays part of the shop', () => {
    const scope = { productIds: ['tea'], categoryIds: ['all'] }
    const some: Promotion = { ...ACTIVITIES.nthPiece, scope }
    expect(promotionOf(formOf(detailOf(some)))).toEqual({ ok: true, value: some })
  })

  type Change = { title?: string; endsAt?: null; [field: string]: unknown }
  const blank = (kind: Promotion['kind']) => blankForm(kind, { id: 'new', now: START })
  const sku = names[0]!

  test.each<[string, Promotion['kind'], Change]>([
    ['结束时间还没填', 'spendOff', { endsAt: null }],
    ['商品和价格还没填', 'timePrice', {}],
    ['第 1 行的价格还没填', 'timePrice', { prices: [{ sku, price: '', stock: '' }] }],
    ['第 1 行的价格要填数字', 'timePrice', { prices: [{ sku, price: '9.999', stock: '' }] }],
    ['第 1 行的活动库存要填数字', 'timePrice', { prices: [{ sku, price: '9', stock: '多' }] }],
    ['折扣要填数字', 'nthPiece', { discount: '105' }],
    [
      '第 2 行的减的金额还没填',
      'spendOff',
      {
        steps: [
          { from: '100', off: '10' },
          { from: '200', off: '' },
        ],
      },
    ],
    ['商品还没填', 'gift', {}],
    ['范围还没填', 'freeFreight', { scope: { isAll: false, products: [], categoryIds: [] } }],
  ])('%s', (words, kind, { title = '春茶节', endsAt, ...fields }) => {
    const form = { ...blank(kind), title, ...(endsAt === null && { endsAt }) }
    const sent = promotionOf({ ...form, fields: { ...form.fields, ...fields } })
    expect(sent.ok ? '' : errorCopy(sent.error, kind)).toBe(words)
  })

  test('without a name it is called like its kind, and begins at once', () => {
    const form = { ...blank('spendOff'), title: ' ' }
    const steps = [{ from: '100', off: '10' }]
    const sent = promotionOf({ ...form, fields: { ...form.fields, steps } })
    expect(sent).toMatchObject({ ok: true, value: { title: '满减', startsAt: START } })
  })

  const week = { ...ACTIVITIES.timePrice, startsAt: START - 7 * DAY_MS }
  test.each([
    ['one that has ended begins now', START - 1, START],
    ['one that still runs is followed', START + DAY_MS, START + DAY_MS],
  ])('copied, %s, and lasts as long', (_words, endsAt, startsAt) => {
    const detail = detailOf({ ...week, endsAt })
    const form = copyOf(detail, { id: 'again', now: START + 59_999 })
    const lasts = endsAt - week.startsAt
    expect(form).toEqual({ ...formOf(detail), id: 'again', startsAt, endsAt: startsAt + lasts })
  })

  test('copied, one that was ended as soon as it began runs for a week', () => {
    const detail = detailOf({ ...ACTIVITIES.spendOff, startsAt: START, endsAt: START })
    const form = copyOf(detail, { id: 'again', now: START })
    expect(form).toMatchObject({ startsAt: START, endsAt: START + 7 * DAY_MS })
  })

  test('an error shows which field the shop refused', () => {
    expect(errorCopy({ code: 'NOT_CHEAPER', field: 'prices.1.priceFen' }, 'timePrice')).toBe(
      '第 2 行的价格没有低于原价',
    )
    expect(errorCopy({ code: 'RUNNING', field: 'perMemberMax' }, 'timePrice')).toMatch(
      /^每人限量开始以后不能再改/,
    )
  })

  test('a conflict names the other promotion and the products', () => {
    const conflict = { withId: 'a', withTitle: '春茶节', on: ['x'], names: ['龙井'] }
    expect(conflictCopy(conflict)).toBe('和「春茶节」撞上了：同一段时间里都管龙井')
    expect(conflictCopy({ ...conflict, names: ['一', '二', '三', '四'] })).toMatch(
      /一、二、三 等 4 样$/,
    )
    expect(conflictCopy({ ...conflict, on: ['*'], names: [] })).toMatch(/全店商品$/)
  })
})

describe('an offer in its editor', () => {
  const offer = { ...couponOffer('ten'), issued: 3, isStopped: false }
  const { issued: _issued, isStopped: _isStopped, ...sent } = offer

  test('is sent as it was stored', () => {
    const form = couponEditor.formOf({ coupon: offer, used: 0, products: [] })
    expect(couponEditor.couponOf(form)).toEqual({ ok: true, value: sent })
  })

  test('a percentage and a span of days as well', () => {
    const other = {
      ...offer,
      code: 'SPRING',
      terms: { ...offer.terms, off: { kind: 'percent' as const, percentOff: 12, capFen: null } },
      validity: { kind: 'until' as const, startsAt: START, endsAt: START + 1 },
    }
    const form = couponEditor.formOf({ coupon: other, used: 0, products: [] })
    const { issued: _i, isStopped: _s, ...input } = other
    expect(couponEditor.couponOf(form)).toEqual({ ok: true, value: input })
  })

  test('copied, it can be claimed from now on for as long, under a code of its own or none', () => {
    const until = { kind: 'until' as const, startsAt: START, endsAt: START + 9 * DAY_MS }
    const coupon = { ...offer, code: 'SPRING', validity: until }
    const detail = { coupon, used: 2, products: [] }
    const later = 3 * DAY_MS + offer.claimFrom
    const form = couponEditor.copyOf(detail, { id: 'again', now: later })
    const moved = later - offer.claimFrom
    expect(form).toEqual({
      ...couponEditor.formOf(detail),
      ...{ id: 'again', code: '', claimFrom: later, claimUntil: offer.claimUntil + moved },
      ...{ startsAt: until.startsAt + moved, endsAt: until.endsAt + moved },
    })
  })

  test.each([
    ['title', 'MISSING', { title: '' }],
    ['offFen', 'MISSING', { off: '' }],
    ['percentOff', 'NUMBER_ODD', { isPercent: true, discount: '10' }],
    ['issuedMax', 'NUMBER_ODD', { issuedMax: '很多' }],
    ['claimUntil', 'MISSING', { claimUntil: null }],
  ])('%s: %s', (field, code, change) => {
    const form = couponEditor.formOf({ coupon: offer, used: 0, products: [] })
    expect(couponEditor.couponOf({ ...form, ...change })).toEqual({
      ok: false,
      error: { code, field },
    })
  })
})

describe('the freight table in its editor', () => {
  const [elsewhere] = defaultFreightTable(defaultProgram)
  const near = { ...elsewhere!, name: '江浙', provinces: ['江苏省', '浙江省'], freeFromFen: null }

  test('is sent as it was stored, everywhere else last', () => {
    const form = freightEditor.formOf([elsewhere!, near])
    expect(freightEditor.tableOf(form)).toEqual({ ok: true, value: [near, elsewhere] })
  })

  test('a zone needs a name, provinces and numbers; one that is not served no numbers', () => {
    const form = freightEditor.formOf([near, elsewhere!])
    const faultOf = (change: Partial<freightEditor.ZoneForm>) => {
      const table = freightEditor.tableOf([{ ...form[0]!, ...change }, form[1]!])
      return table.ok ? null : table.error.field
    }
    expect(faultOf({ name: '' })).toBe('zones.0.name')
    expect(faultOf({ provinces: [] })).toBe('zones.0.provinces')
    expect(faultOf({ first: '' })).toBe('zones.0.firstFen')
    expect(faultOf({ more: 'x' })).toBe('zones.0.moreFen')
    expect(faultOf({ isServed: false, first: '', more: '' })).toBeNull()
  })
})
