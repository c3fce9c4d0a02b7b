import type { ShipInput, StaffOrderRow, StaffOrderView } from '../../contract/admin'
import type { NotFound } from '../../contract/errors'
import type { OrderInput, OrderListInput, WrongState } from '../../contract/orders'
import type { Page } from '../../contract/primitives'
import { changedOrder, listOrders, toOrder } from '../../data/orders'
import type { MemberDocument, OrderDocument } from '../../data/documents'
import { nextState, shipped, type Address } from '../../domain/order'
import { fail, ok, type Result } from '../../domain/result'
import type { Context } from '../context'
import { displayName } from '../members/views'
import { orderView } from './views'

/** The staff send an order; sending it again with other words corrects nothing and is refused. */
export async function shipOrder(
  ctx: Context,
  { orderId, carrier, trackingNumber }: ShipInput,
): Promise<Result<StaffOrderView, NotFound | WrongState>> {
  const now = await ctx.db.transact(async (transaction) => {
    const order = await transaction.get('orders', orderId)
    if (!order || nextState(order.state, 'ship') === null) return order
    const shipment = { carrier, trackingNumber, at: ctx.now }
    const changed = changedOrder(order, shipped(toOrder(order), shipment, ctx.program))
    await transaction.put('orders', changed)
    return changed
  })
  if (!now) return fail({ code: 'NOT_FOUND' })
  const isThisParcel = now.state === 'shipped' && now.shipment?.trackingNumber === trackingNumber
  if (!isThisParcel) return fail({ code: 'WRONG_STATE', state: now.state })
  return ok(staffView(ctx, now, await ctx.db.get('members', now.memberId)))
}

/** All orders for the staff, latest first. */
export async function listForStaff(
  ctx: Context,
  { state, cursor }: OrderListInput,
): Promise<Result<Page<StaffOrderRow>, never>> {
  const page = await listOrders(ctx.db, { state, cursor })
  const memberIds = [...new Set(page.items.map((order) => order.memberId))]
  const members = await ctx.db.getMany('members', memberIds)
  const byId = new Map(members.map((member) => [member._id, member]))
  const items = page.items.map((one) => staffRow(ctx, one, byId.get(one.memberId) ?? null))
  return ok({ items, next: page.next })
}

/** Any order, for the staff. */
export async function showForStaff(
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

const parcelPhone = ({ vault }: Context, { state, address }: OrderDocument): string | null =>
  state === 'paid' && address ? vault.open<Address>(address).phone : null

const staffRow = (
  ctx: Context,
  order: OrderDocument,
  member: MemberDocument | null,
): StaffOrderRow => ({
  ...orderView(ctx.vault, order),
  memberId: order.memberId,
  memberName: member ? displayName(member) : '',
})
