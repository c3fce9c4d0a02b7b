import { spendGrant, unlockGrant } from '@core/data/coupons/grants'
import { command, outside } from '@core/data/database'
import { UNFINISHED_MS } from '@core/domain/stock/stock'
import type { Context } from '@core/operations/context'
import { isolate } from '@core/operations/isolate'

/** Coupons per run. */
const PER_RUN = 200

/** Repairs locks that a crash left behind: a coupon may only be locked by an unpaid order. */
export async function repairGrants(
  ctx: Context,
): Promise<{ grantsRepaired: number; failed: number }> {
  const locked = await ctx.db.find('couponGrants', {
    where: { state: 'locked', lockedAt: outside(ctx.now - UNFINISHED_MS, ctx.now + UNFINISHED_MS) },
    orderBy: [['lockedAt', 'asc']],
    limit: PER_RUN,
    fields: ['orderId'],
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
  const stray = new Map<string, { orderId: string; isPaid: boolean }>()
  for (const { _id, orderId } of locked) {
    const order = orderId === null ? undefined : byId.get(orderId)
    if (orderId === null || order?.state === 'awaitingPayment') continue
    stray.set(_id, { orderId, isPaid: order !== undefined && order.paidAt !== null })
  }
  const repairing = { duty: 'repairGrants', collection: 'couponGrants' } as const
  const failed = await isolate(ctx, { ...repairing, ids: [...stray.keys()] }, async (id) => {
    const { orderId = '', isPaid = false } = stray.get(id) ?? {}
    const isRepaired = isPaid
      ? await spendGrant(ctx.db, id, { orderId, at: ctx.now })
      : await unlockGrant(ctx.db, id, { orderId })
    if (isRepaired) repaired += 1
  })
  return { grantsRepaired: repaired, failed }
}
