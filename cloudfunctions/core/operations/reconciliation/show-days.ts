import {
  findReconciliations,
  type ReconciliationDocument,
  type StoredDifference,
} from '@core/data/reconciliation/days'
import { fail, ok, type Result } from '@core/kernel/result'
import type { NotFound } from '../../contract/errors'
import type { Page } from '../../contract/primitives'
import type {
  DifferenceView,
  ReconciliationDayInput,
  ReconciliationListInput,
  ReconciliationRow,
  ReconciliationView,
  RunDayError,
} from '../../contract/reconciliation'
import type { Context } from '../context'
import { compareDay } from './compare-day'

/** The days that were compared, latest first. */
export async function listReconciliations(
  ctx: Context,
  { cursor }: ReconciliationListInput,
): Promise<Result<Page<ReconciliationRow>, never>> {
  const { items, next } = await findReconciliations(ctx.db, cursor)
  return ok({ items: items.map(rowOf), next })
}

/** One day with its differences. */
export async function showReconciliation(
  ctx: Context,
  { day }: ReconciliationDayInput,
): Promise<Result<ReconciliationView, NotFound>> {
  const document = await ctx.db.get('reconciliations', day)
  return document ? ok(dayView(document)) : fail({ code: 'NOT_FOUND' })
}

/** Compares a day now, for the first time or again. */
export async function runReconciliation(
  ctx: Context,
  { day }: ReconciliationDayInput,
): Promise<Result<ReconciliationView, RunDayError>> {
  if (day >= ctx.today) return fail({ code: 'DAY_NOT_OVER' })
  const document = await compareDay(ctx, day)
  if (document.reason) return fail({ code: 'BILL_UNAVAILABLE', reason: document.reason })
  return ok(dayView(document))
}

const rowOf = (document: ReconciliationDocument): ReconciliationRow => ({
  day: document._id,
  state: document.state,
  open: document.differences.filter(({ state }) => state === 'open').length,
  paid: document.paid,
  refunded: document.refunded,
  checkedAt: document.checkedAt,
  reason: document.reason,
})

/** A day as the staff see it. */
export const dayView = (document: ReconciliationDocument): ReconciliationView => ({
  ...rowOf(document),
  differences: document.differences.map(differenceView),
  more: document.more,
})

const differenceView = (one: StoredDifference): DifferenceView => ({
  ...one,
  canSettle: canSettle(one),
})

/** Only a payment missing in our records can be settled by a query. */
export const canSettle = ({ kind, state }: StoredDifference): boolean =>
  kind === 'PAYMENT_ONLY_THERE' && state === 'open'
