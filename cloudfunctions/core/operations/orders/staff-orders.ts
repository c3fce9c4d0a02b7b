import type { StaffOrderPage, StaffOrderRow, StaffOrderView } from '@core/contract/orders'
import type { AddressesInput, ParcelAddress } from '@core/contract/shipping'
import type { MemberDocument } from '@core/data/members/documents'
import type { OrderDocument } from '@core/data/orders/documents'
import { findOrders, ordersById } from '@core/data/orders/orders'
import { nextOrderState, shipBy } from '@core/domain/orders/order'
import { waitsForShipping } from '@core/domain/orders/order-groups'
import { fail, ok, type Result } from '@core/kernel/result'
import { unsealAddress } from '@core/operations/addresses/sealed-address'
import { displayName } from '@core/operations/members/views'
import type { NotFound } from '../../contract/errors'
import type { OrderInput, StaffOrderListInput } from '../../contract/orders'
import type { Context } from '../context'
import { searchStaffOrders } from './search-staff-orders'
import { orderView } from './views'

/**
 * Orders for the staff: of a word those it finds, latest first; of states that wait to be sent the
 * oldest first, which is due first; of others the latest first.
 */
export async function listStaffOrders(
  ctx: Context,
  { state, word = '', cursor }: StaffOrderListInput,
): Promise<Result<StaffOrderPage, never>> {
  const isOldestFirst = state !== undefined && [state].flat().every(waitsForShipping)
  const filter = { ...(state && { state }), isOldestFirst, cursor }
  const { near, ...page } =
    word === ''
      ? { ...(await findOrders(ctx.db, filter)), near: null }
      : await searchStaffOrders(ctx, { word, cursor })
  const memberIds = [...new Set(page.items.map((order) => order.memberId))]
  const members = await ctx.db.getMany('members', memberIds)
  const byId = new Map(members.map((member) => [member._id, member]))
  const items = page.items.map((one) => staffRow(ctx, one, byId.get(one.memberId) ?? null))
  return ok({ items, next: page.next, near })
}

/** Any order, for the staff. */
export async function showStaffOrder(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<StaffOrderView, NotFound>> {
  const order = await ctx.db.get('orders', orderId)
  return order ? ok(await staffView(ctx, order)) : fail({ code: 'NOT_FOUND' })
}

/** The addresses of orders that wait to be shipped, in full: the carrier asks for them. */
export async function listAddresses(
  ctx: Context,
  { orderIds }: AddressesInput,
): Promise<Result<{ addresses: ParcelAddress[] }, never>> {
  const orders = await ordersById(ctx.db, orderIds)
  const byId = new Map(orders.map((order) => [order._id, order]))
  const addresses = orderIds.flatMap((orderId): ParcelAddress[] => {
    const order = byId.get(orderId)
    const address = order && waitingAddress(ctx, order)
    if (!order || !address) return []
    const { name, phone, province, city, district, street } = address
    const region = [...new Set([province, city, district])].filter(Boolean).join(' ')
    return [{ orderId, name, phone, region, street, remark: order.remark }]
  })
  return ok({ addresses })
}

/** An order on the staff's page. */
export async function staffView(ctx: Context, order: OrderDocument): Promise<StaffOrderView> {
  const row = staffRow(ctx, order, await ctx.db.get('members', order.memberId))
  return { ...row, parcelPhone: waitingAddress(ctx, order)?.phone ?? null }
}

/** The address of an order that can still be shipped; `null` once nobody needs it. */
function waitingAddress({ vault }: Context, { state, address }: OrderDocument) {
  if (nextOrderState(state, 'shipAll') === null || address === undefined) return null
  const opened = unsealAddress(vault, address)
  return opened.ok ? opened.value : null
}

const staffRow = (
  ctx: Context,
  order: OrderDocument,
  member: MemberDocument | null,
): StaffOrderRow => ({
  ...orderView(ctx.vault, order),
  memberId: order.memberId,
  memberName: member ? displayName(member) : '',
  shipBy:
    waitsForShipping(order.state) && order.paidAt !== null
      ? shipBy(order.paidAt, ctx.program)
      : null,
  staffNote: order.staffNote?.text ?? '',
})
