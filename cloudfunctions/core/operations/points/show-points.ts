import type { PageInput, PointsRow } from '@core/contract/members'
import type { Page } from '@core/contract/primitives'
import { findTransfers } from '@core/data/members/history'
import { ok, type Result } from '@core/kernel/result'
import { pointsRow } from '@core/operations/account/views'
import type { Context } from '@core/operations/context'
import { callerDocument } from '@core/operations/lifecycle/customer'

/** The caller's points: the balance and the ledger it is the sum of. */
export async function showPointsHistory(
  ctx: Context,
  { cursor }: PageInput,
): Promise<Result<Page<PointsRow> & { available: number; pending: number }, never>> {
  const member = await callerDocument(ctx)
  if (!member) return ok({ items: [], next: null, available: 0, pending: 0 })
  const page = await findTransfers(ctx.db, { memberId: member._id, cursor })
  return ok({ items: page.items.map(pointsRow), next: page.next, ...member.points })
}
