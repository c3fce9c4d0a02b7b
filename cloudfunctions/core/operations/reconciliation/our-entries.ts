import { command } from '@core/data/database'
import type { DocumentOf } from '@core/data/documents'
import type { OrderDocument } from '@core/data/orders/documents'
import { lateRefundId } from '@core/data/orders/outbox'
import { findAll } from '@core/data/pages'
import { afterSaleIdOf, refundNumber } from '@core/domain/after-sales/after-sale'
import { lateRefundNumber, lateRefundOf } from '@core/domain/orders/late-refund'
import type { Entry } from '@core/domain/reconciliation/reconciliation'
import { addDays, type Day, type Instant, startOf } from '@core/kernel/calendar'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import type { Context } from '@core/operations/context'
import type { BillRow } from '@core/operations/ports'

/** Ids per read, of the few fields below. */
const IDS_AT_ONCE = 200
/** Orders or refunds of a day per read. */
const PAGE = 500
/** What a payment is compared by. */
const PAYMENT_FIELDS = ['transactionId', 'quote.totalFen', 'source', 'paidAt'] as const
/** What a refund is compared by. */
const REFUND_FIELDS = [
  'kind',
  'state',
  'refundFen',
  'isOutside',
  'refundTry',
  'orderId',
  'finishedAt',
  'decidedAt',
  'requestedAt',
  'handled',
] as const
/** What the refund of a late payment is compared by. */
const LATE_FIELDS = ['transactionId', 'orderId', 'fen', 'refundTry', 'postedAt'] as const
/** Entries missing in the bill that are queried at the provider one by one. */
const ASKED_MAX = 100
/** Entries queried in parallel. */
const PARALLEL = 4

type PaymentRow = Extract<BillRow, { kind: 'payment' }>
type RefundRow = Extract<BillRow, { kind: 'refund' }>
type AfterSale = DocumentOf<'afterSales'>

/** Querying an entry that is missing in the bill failed. */
export class ProviderQueryError extends Error {}

/** Our payments for a bill: those it lists, and those we recorded that day. */
export async function ourPayments(
  ctx: Context,
  day: Day,
  rows: readonly PaymentRow[],
): Promise<Entry[]> {
  const [named, booked] = await Promise.all([
    getAll(
      rows.map((row) => row.orderId),
      (ids) => byIds(ctx, 'orders', { ids, fields: PAYMENT_FIELDS }),
    ),
    findAll(ctx.db, 'orders', {
      where: within('paidAt', day),
      sortBy: ['paidAt', 'asc'],
      size: PAGE,
      fields: PAYMENT_FIELDS,
    }),
  ])
  const known = named.filter(isPaid).map(paymentEntry)
  const late = await lateEntries(ctx, unpaid(rows, known))
  const numbers = new Set(rows.map((row) => row.orderId))
  const missing = booked
    .filter(isPaid)
    .map(paymentEntry)
    .filter((one) => !numbers.has(one.number))
  // Recorded after midnight but paid before: the payment is in another day's bill.
  const lost = await unknownToProvider(missing, async ({ number, fen }) => {
    const asked = await ctx.payment.query(number)
    if (!asked.ok) throw new ProviderQueryError(asked.error.reason)
    return asked.value !== null && asked.value !== 'CLOSED' && asked.value.paidFen === fen
  })
  return [...known, ...late, ...lost]
}

/** Our refunds for a bill: those it lists, and those we recorded that day. */
export async function ourRefunds(
  ctx: Context,
  day: Day,
  rows: readonly RefundRow[],
): Promise<Entry[]> {
  const [named, finished, returned] = await Promise.all([
    getAll(
      rows.map((row) => afterSaleIdOf(row.refundId)),
      (ids) => byIds(ctx, 'afterSales', { ids, fields: REFUND_FIELDS }),
    ),
    findAll(ctx.db, 'afterSales', {
      where: { state: 'done', ...within('finishedAt', day) },
      sortBy: ['finishedAt', 'asc'],
      size: PAGE,
      fields: REFUND_FIELDS,
    }),
    findAll(ctx.db, 'outbox', {
      where: { kind: 'refundLatePayment', ...within('postedAt', day) },
      sortBy: ['postedAt', 'asc'],
      size: PAGE,
      fields: [...LATE_FIELDS, 'kind', 'state'],
    }),
  ])
  const known = named.filter(isSent).map(refundEntry)
  const late = await lateRefunds(ctx, rows)
  const numbers = new Set(rows.map((row) => row.refundId))
  const sent = finished.filter((one) => isSent(one) && one.handled === undefined).map(refundEntry)
  const missing = [...sent, ...returned.flatMap(lateEntry)].filter(
    (one) => !numbers.has(one.number),
  )
  // A refund is in the bill of the day it was requested, not of the day it succeeded.
  const lost = await unknownToProvider(missing, async ({ number }) => {
    const asked = await ctx.payment.queryRefund(number)
    if (!asked.ok) throw new ProviderQueryError(asked.error.reason)
    return asked.value?.status === 'SUCCESS' || asked.value?.status === 'PROCESSING'
  })
  return [...known, ...late, ...lost]
}

const byIds = <C extends 'orders' | 'afterSales'>(
  ctx: Context,
  collection: C,
  { ids, fields }: { ids: readonly string[]; fields: readonly string[] },
): Promise<DocumentOf<C>[]> =>
  ctx.db.find(collection, {
    where: { _id: command.in([...ids]) },
    limit: Math.max(1, ids.length),
    fields,
  })

const within = (path: string, day: Day) => ({
  [path]: command.and(command.gte(startOf(day)), command.lt(startOf(addDays(day, 1)))),
})

/** Whether an order was paid through the provider; free and imported orders were not. */
const isPaid = (order: OrderDocument): boolean =>
  order.transactionId !== null && order.quote.totalFen > 0 && order.source === undefined

const paymentEntry = ({ _id, quote, paidAt }: OrderDocument): Entry => ({
  number: _id,
  orderId: _id,
  fen: quote.totalFen,
  at: paidAt ?? 0,
})

const SENT: readonly AfterSale['state'][] = ['refunding', 'refundFailed', 'done']

const isSent = ({ kind, state, refundFen, isOutside }: AfterSale): boolean =>
  kind !== 'exchange' && refundFen > 0 && !isOutside && SENT.includes(state)

const refundEntry = (one: AfterSale): Entry => ({
  number: refundNumber({ id: one._id, refundTry: one.refundTry }),
  orderId: one.orderId,
  fen: one.refundFen,
  at: one.finishedAt ?? one.decidedAt ?? one.requestedAt,
})

const unpaid = (rows: readonly PaymentRow[], known: readonly Entry[]) => {
  const numbers = new Set(known.map((entry) => entry.number))
  return rows.filter((row) => !numbers.has(row.orderId))
}

/** Late payments that were refunded: they have no paid order but are no difference. */
async function lateEntries(ctx: Context, rows: readonly PaymentRow[]): Promise<Entry[]> {
  const messages = await lateMessages(ctx, rows)
  return rows.flatMap(({ transactionId, orderId, fen, at }) =>
    messages.has(transactionId) ? [{ number: orderId, orderId, fen, at }] : [],
  )
}

/** A late payment whose money went back, as our records say; one that is stuck is no entry. */
const lateEntry = (one: DocumentOf<'outbox'>): Entry[] =>
  one.kind === 'refundLatePayment' && one.state === 'done'
    ? [
        {
          number: lateRefundNumber(one.transactionId, one.refundTry ?? 1),
          orderId: one.orderId,
          fen: one.fen,
          at: one.postedAt,
        },
      ]
    : []

async function lateRefunds(ctx: Context, rows: readonly RefundRow[]): Promise<Entry[]> {
  const named = rows.flatMap(({ refundId, orderId, at }) => {
    const transactionId = lateRefundOf(refundId)?.transactionId
    return transactionId === undefined ? [] : [{ refundId, orderId, transactionId, fen: 0, at }]
  })
  const messages = await lateMessages(ctx, named)
  return named.flatMap(({ refundId, orderId, transactionId, at }) => {
    const fen = messages.get(transactionId)
    return fen === undefined ? [] : [{ number: refundId, orderId, fen, at }]
  })
}

type Late = { transactionId: string; orderId: string; fen: number; at: Instant }

async function lateMessages(
  ctx: Context,
  rows: readonly Pick<Late, 'transactionId' | 'orderId' | 'fen'>[],
): Promise<Map<string, number>> {
  const ids = rows.map(({ transactionId }) => lateRefundId(transactionId))
  const messages = await getAll(ids, (some) =>
    ctx.db.getMany('outbox', some, { fields: ['kind', 'transactionId', 'fen'] }),
  )
  return new Map(
    messages.flatMap((one) =>
      one.kind === 'refundLatePayment' ? [[one.transactionId, one.fen] as const] : [],
    ),
  )
}

async function getAll<T>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
  const unique = [...new Set(ids)]
  const found: T[] = []
  for (let at = 0; at < unique.length; at += IDS_AT_ONCE) {
    found.push(...(await read(unique.slice(at, at + IDS_AT_ONCE))))
  }
  return found
}

/** Of the entries missing in the bill, those that the provider does not know either. */
async function unknownToProvider(
  missing: readonly Entry[],
  isKnown: (entry: Entry) => Promise<boolean>,
): Promise<Entry[]> {
  const found = new Set<string>()
  await mapWithConcurrency(missing.slice(0, ASKED_MAX), PARALLEL, async (entry) => {
    if (await isKnown(entry)) found.add(entry.number)
  })
  return missing.filter((entry) => !found.has(entry.number))
}
