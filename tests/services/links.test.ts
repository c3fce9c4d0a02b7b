import type * as Route from '@/services/route'

/** Links as others write them. */

process.env.TARO_ENV = 'weapp'
const { decodeQuery } = jest.requireActual<typeof Route>('@/services/route')

test.each([
  ['%E9%BE%99%E4%BA%95', '龙井'],
  ['龙井', '龙井'],
  ['100%', '100%'],
  ['50%25 off', '50% off'],
  ['%', '%'],
  ['%E9%BE', '%E9%BE'],
  ['', ''],
])('a query of %p opens as %p', (query, text) => {
  expect(decodeQuery(query)).toBe(text)
})
