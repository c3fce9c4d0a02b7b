import { recountCoupon } from '@core/data/coupons/offers'
import { UNFINISHED_MS } from '@core/domain/stock/stock'
import type { Context } from '../context'
import { eachDue } from '../each-due'

/**
 * Counts the copies of coupons anew whose grants have changed. A claim takes a copy and then adds
 * the grant, a payment marks the grant: whatever a crash left undone, the grants are right.
 */
export async function recountCoupons(
  ctx: Context,
): Promise<{ couponsRecounted: number; failed: number }> {
  let couponsRecounted = 0
  const stale = { duty: 'recountCoupon', collection: 'coupons', path: 'countsStaleAt' } as const
  const failed = await eachDue(ctx, stale, async (id) => {
    const coupon = await ctx.db.get('coupons', id)
    if (!coupon) return
    // By then no claim is between its two writes.
    const isSettled = (coupon.countsStaleAt ?? 0) <= ctx.now - UNFINISHED_MS
    if (await recountCoupon(ctx.db, coupon, isSettled)) couponsRecounted += 1
  })
  return { couponsRecounted, failed }
}
