import { initialFacts, type MemberFacts } from '@core/domain/members/facts'
import {
  type UnpaidBounds,
  unpaidRefusal,
  withUnpaid,
  withUnpaidGivenUp,
  withUnpaidSettled,
} from '@core/domain/orders/unpaid'

const told = { title: '', note: '' }
const BOUNDS: UnpaidBounds = {
  placed: { most: 5, told },
  openOrders: { most: 2, told },
  openPieces: { most: 100, told },
  givenUpOrders: { most: 3, told },
  givenUpPieces: { most: 200, told },
}
const today = '2026-03-04'
const start: MemberFacts = initialFacts('wechat', 0)

const placed = (facts: MemberFacts, pieces: number): MemberFacts => ({
  ...withUnpaid(facts, { pieces, today }),
  openOrders: facts.openOrders + 1,
})
const closed = (facts: MemberFacts): MemberFacts => ({
  ...facts,
  openOrders: facts.openOrders - 1,
})
const givesUp = (facts: MemberFacts, pieces: number): MemberFacts =>
  closed(withUnpaidGivenUp(placed(facts, pieces), { pieces, today }))
const refusal = (facts: MemberFacts, pieces: number, day = today) => {
  const refused = unpaidRefusal(facts, { pieces, today: day }, BOUNDS)
  const bound = Object.entries(BOUNDS).find(([, one]) => one === refused?.bound)
  return refused && [bound?.[0], refused.per]
}

test('the first open order may be of any size a cart can have, gifts included', () => {
  expect(refusal(start, 130)).toBeNull()
})

test('open orders are bounded by their number and by their pieces together', () => {
  const one = placed(start, 60)
  expect(refusal(one, 40)).toBeNull()
  expect(refusal(one, 41)).toEqual(['openPieces', 'open'])
  expect(refusal(placed(one, 1), 1)).toEqual(['openOrders', 'open'])
})

test('a paid order holds nothing any more', () => {
  const paid = closed(withUnpaidSettled(placed(start, 100), 100))
  expect(refusal(paid, 100)).toBeNull()
  expect(paid.unpaid).toMatchObject({ openPieces: 0, onDay: { placed: 1, givenUp: 0 } })
})

test('orders given up are counted for the day, and forgotten on the next', () => {
  const twice = givesUp(givesUp(start, 1), 1)
  expect(refusal(twice, 1)).toBeNull()
  const thrice = givesUp(twice, 1)
  expect(refusal(thrice, 1)).toEqual(['givenUpOrders', 'day'])
  expect(refusal(thrice, 1, '2026-03-05')).toBeNull()
  expect(refusal(givesUp(givesUp(start, 100), 100), 1)).toEqual(['givenUpPieces', 'day'])
})

test('of orders that are paid at once only so many a day', () => {
  let facts = start
  for (let at = 0; at < 5; at += 1) {
    expect(refusal(facts, 1)).toBeNull()
    facts = closed(withUnpaidSettled(placed(facts, 1), 1))
  }
  expect(refusal(facts, 1)).toEqual(['placed', 'day'])
  expect(refusal(facts, 1, '2026-03-05')).toBeNull()
})

test('an order from before this was counted leaves no debt behind', () => {
  expect(withUnpaidSettled(start, 5).unpaid?.openPieces).toBe(0)
})
