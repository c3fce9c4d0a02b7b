import { foundCopy } from '@/copy/found'
import { nearCopy } from '@/pages/catalog/search/search-copy'

it.each([
  [null, null],
  [
    { kind: 'part' as const, parts: ['草莓', '礼盒'] },
    '没有同时满足「草莓果酱礼盒」的商品，以下与「草莓」、「礼盒」有关',
  ],
  [
    { kind: 'mention' as const, parts: ['大米'] },
    '没有叫「草莓果酱礼盒」的商品，以下提到了「大米」',
  ],
])('what was searched for and is not quite there: %j', (near, words) =>
  expect(nearCopy('草莓果酱礼盒', near)).toBe(words),
)

it('says how many there are, and when there may be more', () => {
  expect(foundCopy({ total: 12, isExact: true })).toBe('共 12 件')
  expect(foundCopy({ total: 400, isExact: false })).toBe('至少 400 件')
})
