import type { ReconciliationDocument, StoredDifference } from '@core/data/reconciliation/days'
import {
  compareEntries,
  type Difference,
  type Entry,
  totalOf,
} from '@core/domain/reconciliation/reconciliation'
import { type Day, startOf } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '../context'
import type { BillRow, ProviderFailure } from '../ports'
import { ourPayments, ourRefunds, ProviderQueryError } from './our-entries'

/** Differences stored per day; with more, the cause is not in single entries. */
const DIFFERENCES_MAX = 200
/** Characters of a reason that are kept. */
const REASON_MAX = 200

const NONE = { count: 0, fen: 0 }

/**
 * Compares a day's bill with our records and stores the result. A repeated comparison replaces the
 * earlier one but keeps what the staff recorded. A day without a bill is stored as failed, unless
 * an earlier comparison succeeded; so is one at which the comparison itself fails, and rejects.
 */
export async function compareDay(ctx: Context, day: Day): Promise<ReconciliationDocument> {
  const before = await ctx.db.get('reconciliations', day)
  const keepFailed = async (reason: string): Promise<ReconciliationDocument> => {
    ctx.log.error('reconciliation-failed', { day, reason })
    const failed = before ?? { ...emptyDay(ctx, day), state: 'failed' as const, reason }
    if (!before) await ctx.db.put('reconciliations', failed)
    return { ...failed, reason }
  }
  const sides = await sidesOf(ctx, day).catch(async (error: unknown) => {
    // Whatever it was, the day is shown as not compared; who asked is told that it failed here.
    await keepFailed('INTERNAL')
    throw error
  })
  if (!sides.ok) return keepFailed(sides.error.reason.slice(0, REASON_MAX))
  const document = { ...emptyDay(ctx, day), ...judge(sides.value, before?.differences ?? []) }
  await ctx.db.put('reconciliations', document)
  if (document.state === 'different') {
    ctx.log.error('reconciliation-differences', { day, differences: document.differences.length })
  }
  return document
}

type Sides = Record<'paidThere' | 'paidHere' | 'refundedThere' | 'refundedHere', Entry[]>

async function sidesOf(ctx: Context, day: Day): Promise<Result<Sides, ProviderFailure>> {
  const bill = await ctx.payment.bill(day)
  if (!bill.ok) return bill
  const payments = bill.value.filter((row) => row.kind === 'payment')
  const refunds = bill.value.filter((row) => row.kind === 'refund')
  try {
    return ok({
      paidThere: payments.map(entryOf),
      paidHere: await ourPayments(ctx, day, payments),
      refundedThere: refunds.map(entryOf),
      refundedHere: await ourRefunds(ctx, day, refunds),
    })
  } catch (error) {
    if (!(error instanceof ProviderQueryError)) throw error
    return fail({ code: 'PROVIDER_FAILED', reason: error.message })
  }
}

const entryOf = (row: BillRow): Entry => ({
  number: row.kind === 'payment' ? row.orderId : row.refundId,
  orderId: row.orderId,
  fen: row.fen,
  at: row.at,
})

function judge(sides: Sides, before: readonly StoredDifference[]) {
  const { paidThere, paidHere, refundedThere, refundedHere } = sides
  const found = [
    ...compareEntries({ there: paidThere, here: paidHere }, 'PAYMENT'),
    ...compareEntries({ there: refundedThere, here: refundedHere }, 'REFUND'),
  ]
  const differences = found.slice(0, DIFFERENCES_MAX).map((one) => withStaffState(one, before))
  return {
    state: stateOf(differences),
    paid: { there: totalOf(paidThere), here: totalOf(paidHere) },
    refunded: { there: totalOf(refundedThere), here: totalOf(refundedHere) },
    differences,
    more: found.length - differences.length,
  }
}

/** Keeps the staff's state and note of a difference found before. */
const withStaffState = (one: Difference, before: readonly StoredDifference[]): StoredDifference => {
  const known = before.find(({ kind, number }) => kind === one.kind && number === one.number)
  return { ...one, state: known?.state ?? 'open', note: known?.note ?? '' }
}

/** A day is balanced when it has no open differences. */
export const stateOf = (differences: readonly StoredDifference[]): 'balanced' | 'different' =>
  differences.some(({ state }) => state === 'open') ? 'different' : 'balanced'

const emptyDay = (ctx: Context, day: Day): ReconciliationDocument => ({
  _id: day,
  at: startOf(day),
  state: 'balanced',
  checkedAt: ctx.now,
  reason: '',
  paid: { there: NONE, here: NONE },
  refunded: { there: NONE, here: NONE },
  differences: [],
  more: 0,
})
