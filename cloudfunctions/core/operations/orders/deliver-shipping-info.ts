import { openidOf } from '@core/data/members/members'
import type { OrderDocument } from '@core/data/orders/documents'
import { isAllSent } from '@core/domain/orders/order'
import { fail, ok } from '@core/kernel/result'
import { unsealAddress } from '@core/operations/addresses/sealed-address'
import type { Context } from '@core/operations/context'
import type { Deliverer } from '@core/operations/outbox/deliverer'
import type { DeclaredParcel } from '@core/operations/ports'

/**
 * Reports to WeChat what was sent of an order; it withholds the shop's money until then. A report
 * lists all parcels so far, so one is dropped when a later one has its own message: of the next
 * parcel, or that nothing is left to be sent.
 */
export const deliverShippingInfo: Deliverer<'shippingInfo'> = async (ctx, message) => {
  const order = await ctx.db.get('orders', message.orderId)
  if (!order) return fail({ code: 'NEVER', reason: 'the order is missing' })
  const isComplete = isAllSent(order)
  if (order.shipments.length > message.parcels || (isComplete && message.isComplete === false))
    return fail({ code: 'NO_RECIPIENT', reason: 'superseded by a later report' })
  if (order.transactionId === null) {
    return fail({ code: 'NO_RECIPIENT', reason: 'nothing was paid through WeChat' })
  }
  if (isWhollyRefunded(order)) return REFUNDED
  const openid = await openidOf(ctx.db, order.memberId)
  if (openid === null) return fail({ code: 'NEVER', reason: 'the payer no longer exists' })
  const answer = await ctx.wechat.uploadShippingInfo({
    transactionId: order.transactionId,
    openid,
    parcels: parcelsOf(ctx, order),
    way: order.shipments[0]?.way ?? null,
    withoutParcel: withoutParcel(order),
    isComplete,
    isSplit: message.isSplit ?? (order.shipments.length > 1 || !isComplete),
    at: ctx.now,
  })
  if (answer.ok) return ok(null)
  const { isFinal, reason } = answer.error
  // The refund may have come between: then WeChat takes no report any more.
  const now = isFinal ? await ctx.db.get('orders', message.orderId) : null
  if (now && isWhollyRefunded(now)) return REFUNDED
  return fail({ code: isFinal ? 'NEVER' : 'LATER', reason })
}

/** What the money that is kept is for when there was no parcel: services, if there are any. */
function withoutParcel({ lines }: OrderDocument): string {
  const services = lines.filter(
    ({ kind, quantity, refunded }) => kind === 'service' && refunded.quantity < quantity,
  )
  return services.map(({ name }) => name).join('，') || '未发货部分已退款'
}

const REFUNDED = fail({ code: 'NO_RECIPIENT' as const, reason: 'all of the money went back' })

/** With no money left to settle WeChat accepts no shipping info and needs none. */
const isWhollyRefunded = ({ refundedFen, quote }: OrderDocument): boolean =>
  quote.totalFen > 0 && refundedFen >= quote.totalFen

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
