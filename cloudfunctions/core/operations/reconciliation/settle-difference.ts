import type { ReconciliationDocument, StoredDifference } from '@core/data/reconciliation/days'
import type { DifferenceKind } from '@core/domain/reconciliation/reconciliation'
import type { Day } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import type { NotFound } from '../../contract/errors'
import type {
  ReconciliationView,
  ResolveDifferenceInput,
  SettleDifferenceError,
  SettleDifferenceInput,
} from '../../contract/reconciliation'
import type { Context } from '../context'
import { settlePayment } from '../orders/settle-payment'
import { stateOf } from './compare-day'
import { canSettle, dayView } from './show-days'
import { stuckDays } from './stuck-days'

/**
 * Records a payment that only the provider knows, as it answers to a query. A payment for a closed
 * order is refunded, as after its callback. What is settled already stays as it is.
 */
export async function settleDifference(
  ctx: Context,
  { day, number }: SettleDifferenceInput,
): Promise<Result<ReconciliationView, SettleDifferenceError>> {
  const document = await ctx.db.get('reconciliations', day)
  const named = document?.differences.filter((one) => one.number === number) ?? []
  const found = named.find(canSettle)
  if (document && !found && named.some(({ state }) => state === 'settled')) {
    return ok(dayView(document, await stuckDays(ctx)))
  }
  if (!found) return fail({ code: 'NOT_FOUND' })
  const asked = await ctx.payment.query(number)
  if (!asked.ok) return asked
  if (asked.value === null || asked.value === 'CLOSED') return fail({ code: 'NOT_PAID' })
  const settled = await settlePayment(ctx, asked.value)
  if (!settled.ok) return settled
  return mark(ctx, day, { ...found, state: 'settled' })
}

/** Marks a difference that the staff resolved themselves, with their note. */
export async function resolveDifference(
  ctx: Context,
  { day, number, kind, note }: ResolveDifferenceInput,
): Promise<Result<ReconciliationView, NotFound>> {
  const document = await ctx.db.get('reconciliations', day)
  const found = document?.differences.find((one) => one.number === number && one.kind === kind)
  return found ? mark(ctx, day, { ...found, state: 'resolved', note }) : fail({ code: 'NOT_FOUND' })
}

/** A difference of a day as it is stored, or `undefined`. */
export const findDifference = async (
  ctx: Context,
  { day, kind, number }: { day: Day; kind: DifferenceKind; number: string },
): Promise<StoredDifference | undefined> =>
  (await ctx.db.get('reconciliations', day))?.differences.find(
    (one) => one.kind === kind && one.number === number,
  )

const mark = async (
  ctx: Context,
  day: Day,
  changed: StoredDifference,
): Promise<Result<ReconciliationView, NotFound>> => {
  const [marked, stuck] = await Promise.all([markDifference(ctx, day, changed), stuckDays(ctx)])
  return marked.ok ? ok(dayView(marked.value, stuck)) : marked
}

/**
 * Writes a difference as it is now. Staff may edit a day concurrently: it is read again and written
 * in a transaction; what was closed first stays.
 */
export const markDifference = (
  ctx: Context,
  day: Day,
  changed: StoredDifference,
): Promise<Result<ReconciliationDocument, NotFound>> =>
  ctx.db.transact(async (transaction) => {
    const document = await transaction.get('reconciliations', day)
    if (!document) return fail({ code: 'NOT_FOUND' })
    const differences = document.differences.map((one) =>
      one.kind === changed.kind && one.number === changed.number && one.state === 'open'
        ? changed
        : one,
    )
    const next = { ...document, differences, state: stateOf(differences) }
    await transaction.put('reconciliations', next)
    return ok(next)
  })
