import { type Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import type { DocumentOf } from '@core/data/documents'
import { HOUR_MS, type Instant } from '@core/kernel/calendar'
import type { ReconciliationDocument } from './days'

/** How long after its due time an order may still wait for its payment to be closed. */
const UNCLEAR_AFTER_MS = HOUR_MS

type Source = 'outbox' | 'afterSales' | 'orders'

/** Where stuck money stands, by collection; each condition has an index. */
export const STUCK = {
  failedLateRefund: { kind: 'refundLatePayment', state: 'failed' },
  repeatedLateRefund: { kind: 'refundLatePayment', state: 'due', refundTry: command.gte(2) },
  failedRefund: { state: 'refundFailed' },
  differentDay: { state: 'different' },
  unclearPayment: (now: Instant): Conditions => ({
    state: 'awaitingPayment',
    dueAt: command.lte(now - UNCLEAR_AFTER_MS),
  }),
} as const

/** Whether an order still waits although its payment should be recorded or closed by now. */
export const isUnclear = (
  { state, dueAt }: Pick<DocumentOf<'orders'>, 'state' | 'dueAt'>,
  now: Instant,
): boolean => state === 'awaitingPayment' && (dueAt ?? now) <= now - UNCLEAR_AFTER_MS

const OUTBOX_FIELDS = [
  'state',
  'orderId',
  'transactionId',
  'fen',
  'refundTry',
  'lastError',
  'postedAt',
  'paidAt',
  'dueAt',
] as const
const AFTER_SALE_FIELDS = [
  'orderId',
  'refundFen',
  'refundFailure',
  'decidedAt',
  'requestedAt',
] as const
const ORDER_FIELDS = ['quote.totalFen', 'dueAt', 'paymentBegunAt', 'placedAt'] as const

export type LateRefundMessage = Extract<DocumentOf<'outbox'>, { kind: 'refundLatePayment' }>

/** The stuck money of single documents, the longest waiting first, at most `limit` of each kind. */
export type StuckDocuments = {
  lateRefunds: LateRefundMessage[]
  afterSales: DocumentOf<'afterSales'>[]
  orders: DocumentOf<'orders'>[]
}

/** Reads the few fields that a list needs, in one round. */
export async function findStuck(
  db: Database,
  now: Instant,
  limit: number,
): Promise<StuckDocuments> {
  const find = <C extends Source>(
    collection: C,
    where: Conditions,
    { by, fields }: { by: string; fields: readonly string[] },
  ) => db.find(collection, { where, orderBy: [[by, 'asc']], limit, fields })
  const inOutbox = { by: 'dueAt', fields: OUTBOX_FIELDS }
  const [failed, repeated, afterSales, orders] = await Promise.all([
    find('outbox', STUCK.failedLateRefund, inOutbox),
    find('outbox', STUCK.repeatedLateRefund, inOutbox),
    find('afterSales', STUCK.failedRefund, { by: 'requestedAt', fields: AFTER_SALE_FIELDS }),
    find('orders', STUCK.unclearPayment(now), { by: 'dueAt', fields: ORDER_FIELDS }),
  ])
  const lateRefunds = [...failed, ...repeated] as LateRefundMessage[]
  return { lateRefunds, afterSales, orders }
}

/** Days whose differences are counted: one read. */
const COUNTED_DAYS_MAX = 50

/** The differences that nobody has settled yet, of the first days that have some. */
export async function countOpenDifferences(db: Database): Promise<number> {
  const days = await db.find('reconciliations', {
    where: STUCK.differentDay,
    limit: COUNTED_DAYS_MAX,
    fields: ['differences.state'],
  })
  const all = days.flatMap(({ differences }) => differences)
  return all.filter(({ state }) => state === 'open').length
}

/** What a list shows of a difference: all but its note. */
const DIFFERENCE_FIELDS = ['kind', 'number', 'orderId', 'thereFen', 'hereFen', 'at', 'state'].map(
  (field) => `differences.${field}`,
)

/** The differences of the days that have open ones, oldest first. */
export const findDifferentDays = (
  db: Database,
  limit: number,
): Promise<Pick<ReconciliationDocument, '_id' | 'differences'>[]> =>
  db.find('reconciliations', {
    where: STUCK.differentDay,
    orderBy: [['at', 'asc']],
    limit,
    fields: DIFFERENCE_FIELDS,
  })
