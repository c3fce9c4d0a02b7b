import { spendGrant, unlockGrant } from '@core/data/coupons/grants'
import { command, outside } from '@core/data/database'
import { UNFINISHED_MS } from '@core/domain/stock/stock'
import type { Context } from '@core/operations/context'

/** Coupons per run. */
const PER_RUN = 200

/** Repairs locks that a crash left behind: a coupon may only be locked by an unpaid order. */
export async function repairGrants(ctx: Context): Promise<{ grantsRepaired: number }> {
  const locked = await ctx.db.find('couponGrants', {
    where: { state: 'locked', lockedAt: outside(ctx.now - UNFINISHED_MS, ctx.now + UNFINISHED_MS) },
    orderBy: [['lockedAt', 'asc']],
    limit: PER_RUN,
  })
  const orderIds = locked.flatMap(({ orderId }) => (orderId === null ? [] : [orderId]))
  const ids = [...new Set(orderIds)]
  const orders =
    ids.length === 0
      ? []
      : await ctx.db.find('orders', {
          where: { _id: command.in(ids) },
          limit: ids.length,
          fields: ['state', 'paidAt'],
        })
  const byId = new Map(orders.map((order) => [order._id, order]))
  let repaired = 0
  for (const { _id, orderId } of locked) {
    if (orderId === null) continue
    const order = byId.get(orderId)
    if (order?.state === 'awaitingPayment') continue
    const isPaid = order !== undefined && order.paidAt !== null
    const isRepaired = isPaid
      ? await spendGrant(ctx.db, _id, { orderId, at: ctx.now })
      : await unlockGrant(ctx.db, _id, { orderId })
    if (isRepaired) repaired += 1
  }
  return { grantsRepaired: repaired }
}
