import { ORDER_STATES, type OrderState } from '@core/domain/orders/order'
import { lineReviewStep, type ReviewedOrder, reviewStep } from '@core/domain/orders/review-step'
import { maskName } from '@core/kernel/masking'

const tea = { key: 'tea:1', productId: 'tea', kind: 'goods' as const }
const honey = { ...tea, key: 'honey:1~ab', productId: 'honey' }
const order = (state: OrderState, reviewed: ReviewedOrder['reviewed'] = {}): ReviewedOrder => ({
  state,
  lines: [
    tea,
    honey,
    { ...tea, key: 'tea:1+wrap', kind: 'service' as const },
    { ...tea, key: 'gift:1', kind: 'gift' as const },
  ],
  reviewed,
})

const NOT_IN_HANDS = ORDER_STATES.filter((state) => !['received', 'completed'].includes(state))

test.each(NOT_IN_HANDS)('nothing is reviewed in %s', (state) =>
  expect(reviewStep(order(state))).toBeNull(),
)

test.each([
  ['nothing said', {}, 'WRITE'],
  ['one of two said', { 'tea:1': 'written' }, 'WRITE'],
  ['one added to, the other not said', { 'tea:1': 'appended' }, 'WRITE'],
  ['both said', { 'tea:1': 'written', 'honey:1~ab': 'written' }, 'APPEND'],
  ['one left to add to', { 'tea:1': 'appended', 'honey:1~ab': 'written' }, 'APPEND'],
  ['all said', { 'tea:1': 'appended', 'honey:1~ab': 'appended' }, null],
] as const)('the next word on an order in hand: %s', (_words, reviewed, step) => {
  expect(reviewStep(order('received', reviewed))).toBe(step)
  expect(reviewStep(order('completed', reviewed))).toBe(step)
})

test('gifts and services are not reviewed, nor goods without a product', () => {
  const [, , service, gift] = order('received').lines
  expect(lineReviewStep(order('received'), service!)).toBeNull()
  expect(lineReviewStep(order('received'), gift!)).toBeNull()
  expect(lineReviewStep(order('received'), { ...tea, productId: '' })).toBeNull()
})

test.each([
  ['林晚', false, '林**'],
  ['林', false, '林**'],
  ['  欧阳娜娜 ', false, '欧**'],
  ['😀笑', false, '😀**'],
  ['', false, '微信用户'],
  ['林晚', true, '匿名顾客'],
])('%p is shown as a masked name', (name, isAnonymous, shown) => {
  expect(maskName(name, isAnonymous)).toBe(shown)
})
