import type { PointsRow } from '@core/contract/points'
import type { Page, PageInput } from '@core/contract/primitives'
import { pointsOf } from '@core/data/points/member-section'
import { findTransfers } from '@core/data/points/transfers'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { findCaller } from '@core/operations/members/find-caller'
import { pointsRow } from './views'

/** The caller's points: the balance and the ledger it is the sum of. */
export async function showPointsHistory(
  ctx: Context,
  { cursor }: PageInput,
): Promise<
  Result<Page<PointsRow> & { available: number; pending: number; pointsPerYuan: number }, never>
> {
  const member = await findCaller(ctx)
  const { pointsPerYuan } = ctx.program
  if (!member) return ok({ items: [], next: null, available: 0, pending: 0, pointsPerYuan })
  const page = await findTransfers(ctx.db, { memberId: member._id, cursor })
  return ok({
    items: page.items.map(pointsRow),
    next: page.next,
    ...pointsOf(member),
    pointsPerYuan,
  })
}
