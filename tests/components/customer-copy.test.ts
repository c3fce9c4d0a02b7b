import { MINUTE_MS } from '@core/kernel/calendar'
import { cartErrorCopy } from '@/copy/cart'
import { failureLine } from '@/copy/failures'
import { formatRoundAmount } from '@/copy/numbers'
import { timeLeftCopy } from '@/copy/orders'
import { missingCopy, multiplierCopy } from '@/copy/tiers'
import { addressErrors, toAddress } from '@/pages/checkout/address/address-errors'

describe('words for customers', () => {
  test.each([
    [0, ''],
    [-1, ''],
    [0.5, '1 分钟'],
    [28, '28 分钟'],
    [60, '1 小时'],
    [90, '1 小时 30 分钟'],
    [24 * 60, '1 天'],
    [26 * 60 + 20, '1 天 2 小时'],
  ])('%s minutes are left as "%s"', (minutes, words) => {
    expect(timeLeftCopy(1_000_000 + minutes * MINUTE_MS, 1_000_000)).toBe(words)
  })

  test.each([
    [9_900, '¥99'],
    [1_250, '¥12.50'],
    [128_000, '¥1,280'],
  ])('%i fen in a sentence are %s', (fen, words) => {
    expect(formatRoundAmount(fen)).toBe(words)
  })

  test('the next tier is told in money', () => {
    expect(missingCopy({ tier: 'gold', missingGrowth: 86 })).toBe('差 ¥86 升金卡')
    expect(multiplierCopy('gold')).toBe('1.5 倍')
  })

  test('why the cart did not change', () => {
    expect(cartErrorCopy({ code: 'OUT_OF_STOCK', skuId: 'a', available: 3 })).toBe('只剩 3 件了')
    expect(cartErrorCopy({ code: 'OUT_OF_STOCK', skuId: 'a', available: 0 })).toBe('刚刚卖完了')
    expect(cartErrorCopy({ code: 'NETWORK' })).toBe('没有连上店里，看看网络，再试一次')
  })

  test('a bug of ours is told with the end of its number', () => {
    const words = failureLine({ code: 'INTERNAL', requestId: 'abcdef123456' })
    expect(words).toBe('店里出了点问题，再试一次，或稍后回来，编号 123456')
  })
})

describe('an address as it is typed', () => {
  const good = {
    name: ' 林晚 ',
    phone: '13800006021',
    province: '浙江省',
    city: '杭州市',
    district: '',
    street: '文三路 478 号',
  }

  test('is taken without the blanks around it; a district is not demanded', () => {
    expect(addressErrors(good)).toEqual({})
    expect(toAddress(good).name).toBe('林晚')
  })

  test.each([
    ['name', ' '],
    ['phone', '1380000602'],
    ['phone', '23800006021'],
    ['province', ''],
    ['street', ''],
  ] as const)('is sent back beside its field when %s is "%s"', (field, value) => {
    expect(Object.keys(addressErrors({ ...good, [field]: value }))).toEqual([field])
  })
})
