import { pointsPercent } from '@core/domain/tiers/tier'
import { MINUTE_MS } from '@core/kernel/calendar'
import { cartErrorCopy } from '@/copy/cart'
import { failureLine } from '@/copy/failures'
import { formatRoundAmount } from '@/copy/numbers'
import { timeLeftCopy } from '@/copy/orders'
import { missingCopy, multiplierCopy } from '@/copy/tiers'
import { addressErrors, toAddress } from '@/pages/checkout/address/address-errors'
import { defaultProgram } from '../builders/program'

describe('copy for customers', () => {
  test.each([
    [0, ''],
    [-1, ''],
    [0.5, '1 分钟'],
    [28, '28 分钟'],
    [60, '1 小时'],
    [90, '1 小时 30 分钟'],
    [24 * 60, '1 天'],
    [26 * 60 + 20, '1 天 2 小时'],
  ])('%s minutes left are shown as "%s"', (minutes, text) => {
    expect(timeLeftCopy(1_000_000 + minutes * MINUTE_MS, 1_000_000)).toBe(text)
  })

  test.each([
    [9_900, '¥99'],
    [1_250, '¥12.50'],
    [128_000, '¥1,280'],
  ])('%i fen in a sentence is %s', (fen, text) => {
    expect(formatRoundAmount(fen)).toBe(text)
  })

  test('the distance to the next tier is given in money', () => {
    expect(missingCopy({ tier: 'gold', missingGrowth: 86 }, defaultProgram)).toBe('差 ¥86 升金卡')
    expect(multiplierCopy(pointsPercent('gold', defaultProgram))).toBe('1.5 倍')
  })

  test('why a cart change failed', () => {
    expect(cartErrorCopy({ code: 'OUT_OF_STOCK', skuId: 'a', available: 3 })).toBe('只剩 3 件了')
    expect(cartErrorCopy({ code: 'OUT_OF_STOCK', skuId: 'a', available: 0 })).toBe('刚刚卖完了')
    expect(cartErrorCopy({ code: 'NETWORK' })).toBe('没有连上店里，看看网络，再试一次')
  })

  test('an internal error shows the end of its request id', () => {
    const text = failureLine({ code: 'INTERNAL', requestId: 'abcdef123456' })
    expect(text).toBe('店里出了点问题，再试一次，或稍后回来，编号 123456')
  })
})

describe('an address form', () => {
  const good = {
    name: ' 林晚 ',
    phone: '13800006021',
    province: '浙江省',
    city: '杭州市',
    district: '',
    street: '文三路 478 号',
  }

  test('is trimmed; a district is optional', () => {
    expect(addressErrors(good)).toEqual({})
    expect(toAddress(good).name).toBe('林晚')
  })

  test('has the full name of a province that it begins, and the shop’s spelling of a phone', () => {
    const form = { ...good, province: '浙江', phone: '+86 138-0000-6021' }
    expect(addressErrors(form)).toEqual({})
    expect(toAddress(form)).toMatchObject({ province: '浙江省', phone: '13800006021' })
  })

  test('may leave out the phone number of an address that is changed, and of no other', () => {
    const form = { ...good, phone: '' }
    expect(addressErrors(form, true)).toEqual({})
    expect(toAddress(form)).not.toHaveProperty('phone')
    expect(Object.keys(addressErrors(form))).toEqual(['phone'])
  })

  test.each([
    ['name', ' '],
    ['phone', '1380000602'],
    ['phone', '23800006021'],
    ['province', ''],
    ['province', '纽约州'],
    ['name', '\u200b'],
    ['name', '\u202e晚林'],
    ['street', ''],
    ['street', '路'.repeat(101)],
  ] as const)('has an error at its field when %s is "%s"', (field, value) => {
    expect(Object.keys(addressErrors({ ...good, [field]: value }))).toEqual([field])
  })
})
