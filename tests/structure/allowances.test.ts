import { ALLOWANCES, type Allowance, CHAT, UNPAID_BOUNDS } from '@core/operations/allowances'
import { APP } from '@core/operations/app'

const rows = Object.entries(ALLOWANCES) as [string, Allowance][]
const counted = rows.flatMap(([name, row]) =>
  typeof row === 'object' && 'told' in row ? [[name, row] as const] : [],
)
const following = rows.flatMap(([name, row]) =>
  typeof row === 'object' && 'follows' in row ? [[name, row] as const] : [],
)

test('every operation of customers has a row, and every row is one', () => {
  const named = rows.map(([name]) => name).filter((name) => name !== CHAT)
  expect(named.sort()).toEqual([...APP.shop.keys()].sort())
})

test.each(following)('%s follows a row that is counted', (_name, { follows }) => {
  expect(counted.map(([name]) => name)).toContain(follows)
})

const told = [
  ...counted.map(([name, row]) => [name, row.told] as const),
  ...Object.entries(UNPAID_BOUNDS).map(([name, bound]) => [name, bound.told] as const),
]
test.each(told)('%s tells the customer what it is, and what to do', (_name, { title, note }) => {
  expect(title).toMatch(/^[\u4e00-\u9fff]{4,20}$/)
  expect(note).toMatch(/明天|先付款|客服/)
})
