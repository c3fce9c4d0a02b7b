import type { StuckRow } from '@core/contract/reconciliation'
import { DIFFERENCE_KINDS } from '@core/domain/reconciliation/reconciliation'
import {
  type StuckCause,
  type StuckKind,
  stuckActs,
  stuckCause,
  stuckId,
  stuckSubject,
} from '@core/domain/reconciliation/stuck-money'
import { stuckCopy, stuckErrorCopy, stuckReason } from '@/pages/admin-trade/stuck-money/stuck-copy'

const row = (kind: StuckKind, cause: StuckCause | null): StuckRow => ({
  id: '',
  kind,
  cause,
  reason: '',
  orderId: 'ORDER-1',
  afterSaleId: null,
  fen: 7_600,
  thereFen: 5_000,
  hereFen: 7_600,
  at: 0,
  day: '2026-03-04',
  acts: [],
})

const CAUSES = ['ABNORMAL', 'CLOSED', 'UNKNOWN', 'REFUSED', 'RETRYING'] as const
const REFUNDS = CAUSES.flatMap((cause) =>
  (['LATE_REFUND', 'REFUND'] as const).map((kind) => [kind, cause] as const),
)
const OTHERS = ['PAYMENT_UNCLEAR', ...DIFFERENCE_KINDS].map((kind) => [kind as StuckKind, null])

test('every row says what it is, how much, and what to do', () => {
  const copies = [...REFUNDS, ...OTHERS].map(([kind, cause]) =>
    stuckCopy(row(kind as StuckKind, cause as StuckCause | null)),
  )
  expect(new Set(copies.map(({ title, note }) => `${title}${note}`)).size).toBe(copies.length)
  for (const { title, note } of copies) {
    expect(`${title}${note}`).toMatch(/¥(50|76)\.00/)
    expect(note.length).toBeGreaterThan(8)
  }
})

test.each([
  ['REFUSED', 'HTTP 403 {"code":"NOT_ENOUGH"}', '商户余额不够，先充值'],
  ['REFUSED', 'HTTP 403 {"code":"NEW"}', 'HTTP 403 {"code":"NEW"}'],
  ['ABNORMAL', 'ABNORMAL', ''],
] as const)('%s "%s" shows the reason "%s"', (cause, reason, words) => {
  expect(stuckReason({ cause, reason })).toBe(words)
})

test.each(['NOT_FOUND', 'REFUND_STUCK', 'REFUND_UNDER_WAY', 'AFTER_SALE_WRONG_STATE'])(
  '%s has a text',
  (code) => {
    expect(stuckErrorCopy(code)).not.toBeNull()
  },
)

describe('what can be done', () => {
  test.each([
    ['LATE_REFUND', 'ABNORMAL', ['ask', 'settle']],
    ['REFUND', 'UNKNOWN', ['ask', 'settle']],
    ['REFUND', 'CLOSED', ['refundAgain', 'ask', 'settle']],
    ['LATE_REFUND', 'REFUSED', ['refundAgain', 'ask', 'settle']],
    ['LATE_REFUND', 'RETRYING', ['ask']],
    ['PAYMENT_UNCLEAR', null, ['ask', 'settle']],
    ['PAYMENT_ONLY_THERE', null, ['ask', 'settle']],
    ['PAYMENT_ONLY_HERE', null, ['ask', 'settle']],
    ['REFUND_ONLY_HERE', null, ['ask', 'settle']],
    ['REFUND_ONLY_THERE', null, ['settle']],
    ['PAYMENT_DIFFERS', null, ['settle']],
    ['REFUND_DIFFERS', null, ['settle']],
  ] as const)('about %s %s is %j, by the owner', (kind, cause, acts) => {
    expect(stuckActs({ kind, cause }, true)).toEqual(acts)
    expect(stuckActs({ kind, cause }, false)).toEqual(acts.filter((act) => act !== 'settle'))
  })
})

test.each([
  ['ABNORMAL', 'ABNORMAL'],
  ['CLOSED', 'CLOSED'],
  ['UNKNOWN', 'UNKNOWN'],
  ['HTTP 403 {}', 'REFUSED'],
  ['', 'REFUSED'],
])('a failure "%s" is %s', (failure, cause) => {
  expect(stuckCause(failure)).toBe(cause)
})

test.each([
  { kind: 'LATE_REFUND', transactionId: '42001' },
  { kind: 'REFUND', afterSaleId: 'a1' },
  { kind: 'PAYMENT_UNCLEAR', orderId: 'o1' },
  { kind: 'REFUND_ONLY_HERE', day: '2026-03-04', number: 'a1-2' },
] as const)('the id of %j names it', (subject) => {
  expect(stuckSubject(stuckId(subject))).toEqual(subject)
})

test.each(['', 'REFUND', 'REFUND:', 'NOTHING:1', 'PAYMENT_DIFFERS:2026-03-04', 'constructor:x'])(
  '"%s" names nothing',
  (id) => {
    expect(stuckSubject(id)).toBeNull()
  },
)
