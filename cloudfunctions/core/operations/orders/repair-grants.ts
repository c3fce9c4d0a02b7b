import { spendGrant, unlockGrant } from '@core/data/coupons/grants'
import { command } from '@core/data/database'
import { MINUTE_MS } from '@core/kernel/calendar'
import type { Context } from '@core/operations/context'

/** Coupons that one run looks at. */
const PER_RUN = 200
/** How old a lock must be before the order it belongs to can be said to be missing. */
const LOCK_GRACE_MS = 2 * MINUTE_MS

/** A locked coupon belongs to an unpaid order; any other is what a crash left behind. */
export async function repairGrants(ctx: Context): Promise<number> {
  const locked = await ctx.db.find('couponGrants', {
    where: { state: 'locked', lockedAt: command.lte(ctx.now - LOCK_GRACE_MS) },
    orderBy: [['lockedAt', 'asc']],
    limit: PER_RUN,
  })
  const orderIds = locked.flatMap(({ orderId }) => (orderId === null ? [] : [orderId]))
  const orders = await ctx.db.getMany('orders', [...new Set(orderIds)])
  const byId = new Map(orders.map((order) => [order._id, order]))
  let mended = 0
  for (const { _id, orderId } of locked) {
    if (orderId === null) continue
    const order = byId.get(orderId)
    if (order?.state === 'awaitingPayment') continue
    const isPaid = order !== undefined && order.paidAt !== null
    const isMended = isPaid
      ? await spendGrant(ctx.db, _id, { orderId, at: ctx.now })
      : await unlockGrant(ctx.db, _id, orderId)
    if (isMended) mended += 1
  }
  return mended
}
