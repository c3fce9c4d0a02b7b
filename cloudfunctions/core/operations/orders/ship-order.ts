import type { ShipInput, StaffOrderRow, StaffOrderView } from '@core/contract/orders'
import type { MemberDocument } from '@core/data/members/documents'
import { notificationMessage } from '@core/data/notifications/outbox'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, findOrders, toOrder } from '@core/data/orders/orders'
import { shippingInfoMessage } from '@core/data/orders/outbox'
import { enqueue } from '@core/data/outbox/outbox'
import {
  isAllSent,
  nextOrderState,
  type Order,
  piecesToShip,
  type Shipment,
} from '@core/domain/orders/order'
import { markShipped, type ParcelError, parcelError } from '@core/domain/orders/transitions'
import { PARCEL_LINES_MAX, PARCELS_MAX } from '@core/kernel/limits'
import { fail, ok, type Result } from '@core/kernel/result'
import { unsealAddress } from '@core/operations/addresses/sealed-address'
import { displayName } from '@core/operations/members/views'
import type { NotFound } from '../../contract/errors'
import type { OrderInput, OrderListInput, WrongState } from '../../contract/orders'
import type { Page } from '../../contract/primitives'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'
import { reportAllSent } from './report-shipping'
import { goodsText, orderPage, orderView } from './views'

type ShipError = NotFound | WrongState | ParcelError | { code: 'TOO_MANY_PARCELS'; max: number }

/**
 * Ships a parcel of an order: the given lines, or all remaining ones. The outbox informs WeChat and
 * the customer. Idempotent by tracking number.
 */
export async function shipOrder(
  ctx: Context,
  input: ShipInput,
): Promise<Result<StaffOrderView, ShipError>> {
  const sent = await ctx.db.transact((transaction) => shipIn(transaction, ctx, input))
  if (!sent.ok) return sent
  return ok(staffView(ctx, sent.value, await ctx.db.get('members', sent.value.memberId)))
}

async function shipIn(
  transaction: Transaction,
  ctx: Context,
  { orderId, carrier, trackingNumber, lines }: ShipInput,
): Promise<Result<OrderDocument, ShipError>> {
  const document = await transaction.get('orders', orderId)
  if (!document) return fail({ code: 'NOT_FOUND' })
  const order = toOrder(document)
  if (order.shipments.some((one) => one.trackingNumber === trackingNumber)) return ok(document)
  if (nextOrderState(order.state, 'shipAll') === null) {
    return fail({ code: 'WRONG_STATE', state: order.state })
  }
  const parcel = lines ?? leftToShip(order)
  const error = parcelError(order, parcel)
  if (error) return fail(error)
  const most = mostParcels(order, parcel)
  if (order.shipments.length >= most) return fail({ code: 'TOO_MANY_PARCELS', max: most })
  const shipment = { carrier, trackingNumber, at: ctx.now, lines: parcel }
  const changed = changedOrder(document, markShipped(order, shipment, ctx.program))
  await transaction.put('orders', changed)
  await enqueueMessages(transaction, ctx, { before: order, after: toOrder(changed), shipment })
  return ok(changed)
}

/** With many lines named in its parcels already, the next parcel must be the last. */
function mostParcels(order: Order, parcel: Shipment['lines']): number {
  const named = order.shipments.reduce((all, { lines }) => all + lines.length, parcel.length)
  const sent = parcel.reduce((all, { quantity }) => all + quantity, 0)
  const isLast = sent === leftToShip(order).reduce((all, { quantity }) => all + quantity, 0)
  if (named <= PARCEL_LINES_MAX || isLast) return PARCELS_MAX
  return Math.min(PARCELS_MAX, order.shipments.length)
}

const leftToShip = ({ lines }: Order) =>
  lines.flatMap((line) => {
    const quantity = piecesToShip(line)
    return quantity > 0 ? [{ key: line.key, quantity }] : []
  })

/** Informs WeChat, which settles only shipped orders, and the customer, if they subscribed. */
async function enqueueMessages(
  transaction: Transaction,
  ctx: Context,
  { before, after, shipment }: { before: Order; after: Order; shipment: Shipment },
): Promise<void> {
  const { id: orderId, memberId, lines, shipments } = after
  const parcels = shipments.length
  if (isAllSent(after)) await reportAllSent(transaction, { before, after }, ctx.now)
  else {
    const report = { orderId, parcels, isComplete: false, isSplit: true }
    await enqueue(transaction, shippingInfoMessage(report), ctx.now)
  }
  const { carrier, trackingNumber } = shipment
  await enqueue(
    transaction,
    notificationMessage({
      template: 'shipped',
      memberId,
      cause: `${orderId}:${parcels}`,
      page: orderPage(orderId),
      fields: { goods: goodsText(lines), carrier, number: trackingNumber },
    }),
    ctx.now,
  )
}

/** All orders for the staff, latest first. */
export async function listStaffOrders(
  ctx: Context,
  { state, cursor }: OrderListInput,
): Promise<Result<Page<StaffOrderRow>, never>> {
  const page = await findOrders(ctx.db, { state, cursor })
  const memberIds = [...new Set(page.items.map((order) => order.memberId))]
  const members = await ctx.db.getMany('members', memberIds)
  const byId = new Map(members.map((member) => [member._id, member]))
  const items = page.items.map((one) => staffRow(ctx, one, byId.get(one.memberId) ?? null))
  return ok({ items, next: page.next })
}

/** Any order, for the staff. */
export async function showStaffOrder(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<StaffOrderView, NotFound>> {
  const order = await ctx.db.get('orders', orderId)
  if (!order) return fail({ code: 'NOT_FOUND' })
  return ok(staffView(ctx, order, await ctx.db.get('members', order.memberId)))
}

const staffView = (
  ctx: Context,
  order: OrderDocument,
  member: MemberDocument | null,
): StaffOrderView => ({ ...staffRow(ctx, order, member), parcelPhone: parcelPhone(ctx, order) })

function parcelPhone({ vault }: Context, { state, address }: OrderDocument): string | null {
  const isWaiting = state === 'paid' || state === 'partlyShipped'
  if (!isWaiting || address === undefined) return null
  const opened = unsealAddress(vault, address)
  return opened.ok ? opened.value.phone : null
}

const staffRow = (
  ctx: Context,
  order: OrderDocument,
  member: MemberDocument | null,
): StaffOrderRow => ({
  ...orderView(ctx.vault, order),
  memberId: order.memberId,
  memberName: member ? displayName(member) : '',
})
