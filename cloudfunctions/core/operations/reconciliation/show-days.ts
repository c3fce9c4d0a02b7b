import {
  findOpenDays,
  findReconciliations,
  type ListedDay,
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
import { forgetDone } from '../isolate'
import { compareDay } from './compare-day'
import { balancedStuckDays, countByDay, readStuck, type StuckDays, stuckDays } from './stuck-days'

/** The days that were compared, latest first, or those that are open, the longest open first. */
export async function listReconciliations(
  ctx: Context,
  { isOpen = false, cursor }: ReconciliationListInput,
): Promise<Result<Page<ReconciliationRow>, never>> {
  const [{ items, next }, stuck] = await Promise.all([
    isOpen ? findOpenDays(ctx.db, cursor) : findReconciliations(ctx.db, cursor),
    readStuck(ctx),
  ])
  const balanced = isOpen && cursor === undefined ? await balancedStuckDays(ctx, stuck) : []
  const stuckOn = countByDay(stuck)
  return ok({ items: [...balanced, ...items].map((one) => rowOf(one, stuckOn)), next })
}

/** One day with its differences. */
export async function showReconciliation(
  ctx: Context,
  { day }: ReconciliationDayInput,
): Promise<Result<ReconciliationView, NotFound>> {
  const [document, stuck] = await Promise.all([ctx.db.get('reconciliations', day), stuckDays(ctx)])
  return document ? ok(dayView(document, stuck)) : fail({ code: 'NOT_FOUND' })
}

/** Compares a day now, for the first time or again. */
export async function runReconciliation(
  ctx: Context,
  { day }: ReconciliationDayInput,
): Promise<Result<ReconciliationView, RunDayError>> {
  if (day >= ctx.today) return fail({ code: 'DAY_NOT_OVER' })
  const [document, stuck] = await Promise.all([compareDay(ctx, day), stuckDays(ctx)])
  if (document.reason) return fail({ code: 'BILL_UNAVAILABLE', reason: document.reason })
  await forgetDone(ctx, 'comparePayments', [day])
  return ok(dayView(document, stuck))
}

/** A day whose money is not where it should be is not balanced, whatever its bill says. */
function rowOf(document: ListedDay, stuckOn: StuckDays): ReconciliationRow {
  const { _id: day, differences, paid, refunded, checkedAt, reason } = document
  const stuck = stuckOn(day)
  const state = document.state === 'balanced' && stuck > 0 ? 'different' : document.state
  const open = differences.filter((one) => one.state === 'open').length
  return { day, state, open, stuck, paid, refunded, checkedAt, reason }
}

/** A day as the staff see it. */
export const dayView = (
  document: ReconciliationDocument,
  stuckOn: StuckDays,
): ReconciliationView => ({
  ...rowOf(document, stuckOn),
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
