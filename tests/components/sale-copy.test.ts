import { countdownCopy } from '@/copy/dates'
import { earlyAccessCopy, launchCopy, limitCopy } from '@/pages/catalog/detail/sale-copy'
import {
  filterCount,
  nextSortOrder,
  priceBandCopy,
  toggleFilter,
} from '@/pages/catalog/search/search-filters'

const at = (time: string) => Date.parse(`2026-03-${time}+08:00`)
const today = '2026-03-14'
const earlyAccess = { tier: 'gold', from: at('15T10:00') } as const
const launchAt = at('17T10:00')

describe('S1-17 copy of the launch time', () => {
  it.each([
    [
      { state: 'NOT_YET', from: launchAt },
      '3 月 17 日 10:00 开售',
      '金卡及以上 明天 10:00 起可以先买',
    ],
    [
      { state: 'NOT_YET', from: earlyAccess.from },
      '明天 10:00 你可以先买',
      '3 月 17 日 10:00 起大家都能买',
    ],
    [{ state: 'EARLY', launchAt }, '你可以先买，3 月 17 日 10:00 起大家都能买', ''],
    [{ state: 'ON_SALE' }, '', ''],
  ] as const)('%j', (sale, launch, early) => {
    expect(launchCopy({ sale, launchAt, earlyAccess }, today)).toBe(launch)
    expect(earlyAccessCopy({ sale, launchAt, earlyAccess }, today)).toBe(early)
  })

  it.each([
    [2 * 86_400_000 + 3 * 3_600_000, '2 天 3 小时'],
    [86_400_000, '1 天 0 小时'],
    [86_399_000, '23:59:59'],
    [61_000, '00:01:01'],
    [1_000, '00:00:01'],
    [0, '正在更新'],
    [-5, '正在更新'],
  ])('%d ms are %s', (left, text) => expect(countdownCopy(left)).toBe(text))

  it('purchase limits', () => {
    expect(limitCopy({ perMember: 4, perOrder: 2 })).toBe('每人 4 件，每单 2 件')
    expect(limitCopy({ perMember: null, perOrder: null })).toBe('')
  })
})

describe('filters and sort order', () => {
  it('a second tap on price reverses the order', () => {
    expect(nextSortOrder('default', 'price')).toBe('priceUp')
    expect(nextSortOrder('priceUp', 'price')).toBe('priceDown')
    expect(nextSortOrder('priceDown', 'price')).toBe('priceUp')
    expect(nextSortOrder('priceDown', 'sold')).toBe('sold')
  })

  it('a filter is set, replaced by another, and cleared by the same value', () => {
    const one = toggleFilter({ order: 'sold' }, 'brand', '远山')
    expect(filterCount(one)).toBe(1)
    expect(toggleFilter(one, 'brand', '近水')).toEqual({ order: 'sold', brand: '近水' })
    expect(toggleFilter(one, 'brand', '远山')).toEqual({ order: 'sold' })
  })

  it('price bands', () => {
    expect(priceBandCopy('to50')).toBe('¥50 以下')
    expect(priceBandCopy('to200')).toBe('¥100–200')
    expect(priceBandCopy('over500')).toBe('¥500 以上')
  })
})
