import type { StuckRow } from '@core/contract/reconciliation'
import type { StoredDifference } from '@core/data/reconciliation/days'
import { findDifferentDays, findStuck } from '@core/data/reconciliation/stuck-money'
import { staffRoleOf } from '@core/data/staff/staff'
import { stuckActs, stuckId } from '@core/domain/reconciliation/stuck-money'
import type { Day } from '@core/kernel/calendar'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '../context'
import { rowsOf, type StuckMoney } from './stuck-rows'

/** Rows of each kind; what is settled makes room for the next. */
const ROWS_MAX = 50
/** Days with differences; one holds at most 200 of them. */
const DAYS_MAX = 5

/**
 * All money that is stuck, until it is settled: late payments and after-sales whose refund failed,
 * payments that can be neither read nor closed, and what the bills say otherwise than our records.
 */
export async function listStuck(
  ctx: Context,
): Promise<Result<{ rows: StuckRow[]; hasMore: boolean }, never>> {
  const [stuck, days, role] = await Promise.all([
    findStuck(ctx.db, ctx.now, ROWS_MAX),
    findDifferentDays(ctx.db, DAYS_MAX),
    staffRoleOf(ctx.db, ctx.openid ?? '', ctx.owners),
  ])
  const isOwner = role === 'owner'
  const differences = days.flatMap(({ _id, differences: all }) =>
    all.filter(({ state }) => state === 'open').map((one) => ({ day: _id, one })),
  )
  const rows = [
    ...rowsOf(stuck).map((one) => moneyRow(one, isOwner)),
    ...differences.slice(0, ROWS_MAX).map(({ day, one }) => differenceRow(day, one, isOwner)),
  ]
  const isCut = Object.values(stuck).some(({ length }) => length >= ROWS_MAX)
  const hasMore = isCut || days.length >= DAYS_MAX || differences.length > ROWS_MAX
  return ok({ rows: rows.sort((a, b) => a.at - b.at), hasMore })
}

function moneyRow({ subject, days: [day = ''], ...money }: StuckMoney, isOwner: boolean): StuckRow {
  const { kind } = subject
  return {
    ...money,
    id: stuckId(subject),
    kind,
    day,
    afterSaleId: subject.kind === 'REFUND' ? subject.afterSaleId : null,
    thereFen: null,
    hereFen: null,
    acts: stuckActs({ kind, cause: money.cause }, isOwner),
  }
}

function differenceRow(day: Day, one: StoredDifference, isOwner: boolean): StuckRow {
  const { kind, number, orderId, thereFen, hereFen, at } = one
  return {
    id: stuckId({ kind, day, number }),
    kind,
    cause: null,
    reason: '',
    orderId,
    afterSaleId: null,
    fen: thereFen || hereFen,
    thereFen,
    hereFen,
    at,
    day,
    acts: stuckActs({ kind, cause: null }, isOwner),
  }
}
