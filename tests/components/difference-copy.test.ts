import type { DifferenceView } from '@core/contract/reconciliation'
import { DIFFERENCE_KINDS } from '@core/domain/reconciliation/reconciliation'
import { differenceCopy, errorCopy } from '@/pages/admin-trade/reconciliation/difference-copy'

const difference = (kind: DifferenceView['kind']): DifferenceView => ({
  kind,
  number: 'ORDER-1',
  orderId: 'ORDER-1',
  thereFen: 5_000,
  hereFen: 7_600,
  at: 0,
  state: 'open',
  note: '',
  canSettle: false,
})

it('every difference shows its amount and what to do', () => {
  const words = DIFFERENCE_KINDS.map((kind) => differenceCopy(difference(kind)))
  expect(new Set(words.map(({ title }) => title)).size).toBe(DIFFERENCE_KINDS.length)
  for (const { title, note } of words) {
    expect(`${title}${note}`).toMatch(/¥(50|76)\.00/)
    expect(note.length).toBeGreaterThan(5)
  }
})

it.each([
  ['NOT_PAID', /没付成/],
  ['ORDER_UNKNOWN', /没有这一单/],
  ['WRONG_AMOUNT', /金额/],
  ['PROVIDER_FAILED', /没有问到/],
  ['BILL_UNAVAILABLE', /十点/],
  ['DAY_NOT_OVER', /没过完/],
])('%s has a text', (code, words) => {
  expect(errorCopy(code)).toMatch(words)
})

it('errors of other sources have no text here', () => {
  expect(errorCopy('NETWORK')).toBeNull()
})
