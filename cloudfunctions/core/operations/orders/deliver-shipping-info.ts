import { openidOf } from '@core/data/members/members'
import type { OrderDocument } from '@core/data/orders/documents'
import { toOrder } from '@core/data/orders/orders'
import { unshippedPieces } from '@core/domain/orders/order'
import { fail, ok } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import type { Deliverer } from '@core/operations/outbox/deliverer'
import type { DeclaredParcel } from '@core/operations/ports'
import { unsealAddress } from './addresses'

/**
 * Reports a shipment to WeChat, which withholds the shop's money until then. Each report lists all
 * parcels so far, so a message is dropped when a later parcel has one of its own.
 */
export const deliverShippingInfo: Deliverer<'shippingInfo'> = async (ctx, { orderId, parcels }) => {
  const order = await ctx.db.get('orders', orderId)
  if (!order) return fail({ code: 'NEVER', reason: 'the order is missing' })
  if (order.shipments.length > parcels)
    return fail({ code: 'NO_RECIPIENT', reason: 'superseded by the next parcel' })
  if (order.transactionId === null) {
    return fail({ code: 'NO_RECIPIENT', reason: 'nothing was paid through WeChat' })
  }
  const openid = await openidOf(ctx.db, order.memberId)
  if (openid === null) return fail({ code: 'NEVER', reason: 'the payer no longer exists' })
  const answer = await ctx.wechat.uploadShippingInfo({
    transactionId: order.transactionId,
    openid,
    parcels: parcelsOf(ctx, order),
    isComplete: toOrder(order).lines.every((line) => unshippedPieces(line) === 0),
    at: ctx.now,
  })
  if (answer.ok) return ok(null)
  const { isFinal, reason } = answer.error
  return fail({ code: isFinal ? 'NEVER' : 'LATER', reason })
}

function parcelsOf(ctx: Context, order: OrderDocument): DeclaredParcel[] {
  const titles = new Map(order.lines.map((line) => [line.key, line.title]))
  const address = order.address === undefined ? null : unsealAddress(ctx.vault, order.address)
  // Only a few carriers' parcels need it; without it WeChat settles those of all others.
  const phone = address?.ok ? address.value.phone : null
  return order.shipments.map(({ carrier, trackingNumber, lines }) => ({
    carrier,
    trackingNumber,
    contents: lines.map(({ key, quantity }) => `${titles.get(key) ?? ''}×${quantity}`).join('，'),
    phone,
  }))
}
