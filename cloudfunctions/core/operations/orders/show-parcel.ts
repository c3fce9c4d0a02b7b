import { fail, ok, type Result } from '@core/kernel/result'
import type { NotFound } from '../../contract/errors'
import type { ParcelInput, ParcelView } from '../../contract/orders'
import type { Context } from '../context'
import { findOwnOrder } from './find-own-order'

/** A parcel of the caller with its carrier's trace, latest step first; other ways have none. */
export async function showParcel(
  ctx: Context,
  { orderId, at }: ParcelInput,
): Promise<Result<ParcelView, NotFound>> {
  const own = await findOwnOrder(ctx, orderId)
  if (!own.ok) return own
  const parcel = own.value.shipments[at]
  if (!parcel || parcel.way || ctx.openid === null) return fail({ code: 'NOT_FOUND' })
  const { carrier, trackingNumber } = parcel
  const asked = await ctx.wechat.traceParcel({
    orderId,
    openid: ctx.openid,
    carrier,
    trackingNumber,
  })
  if (!asked.ok) ctx.log.info('parcel-not-traced', { orderId, reason: asked.error.reason })
  const trace = asked.ok ? [...asked.value].sort((a, b) => b.at - a.at) : []
  return ok({ ...parcel, isKnown: trace.length > 0, trace })
}
