import type { CancelReport } from '@core/contract/order-care'
import { command } from '@core/data/database'
import { CANCEL_REASONS } from '@core/domain/orders/cancel-reason'
import { DAY_MS } from '@core/kernel/calendar'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'

/** The days that are counted: long enough to see a habit, short enough to act on it. */
const REPORT_DAYS = 30

/** Why customers cancelled in the last days; reasons that nobody chose are left out. */
export async function countCancelReasons(ctx: Context): Promise<Result<CancelReport, never>> {
  const closedAt = command.gte(ctx.now - REPORT_DAYS * DAY_MS)
  const counted = await Promise.all(
    CANCEL_REASONS.map(async (reason) => ({
      reason,
      orders: await ctx.db.count('orders', { cancelReason: reason, closedAt }),
    })),
  )
  const reasons = counted.filter(({ orders }) => orders > 0)
  return ok({ days: REPORT_DAYS, reasons: reasons.sort((a, b) => b.orders - a.orders) })
}
