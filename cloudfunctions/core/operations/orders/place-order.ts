import type { OrderView, PlaceOrderError, PlaceOrderInput } from '../../contract/orders'
import { lifecycleSettings } from '../../data/members'
import { orderDocument } from '../../data/orders'
import type { MemberDocument, OrderDocument, Sealed } from '../../data/documents'
import { isDuplicate } from '../../data/failures'
import { hold, release } from '../../data/stock'
import { payBy, type Order, type OrderLine } from '../../domain/order'
import { quote } from '../../domain/pricing'
import { fail, ok, type Result } from '../../domain/result'
import type { LifecycleSettings } from '../../domain/lifecycle'
import type { Context } from '../context'
import { ensureCustomer, live } from '../members/customer'
import { findLines, type FoundLine } from './lines'
import { buyerOf } from './quote-order'
import { orderView } from './views'

/**
 * Places an order: holds the stock, then writes the order and what it means for the customer in
 * one transaction. The id comes from the phone, so a repeated call answers the same order.
 */
export async function placeOrder(
  ctx: Context,
  input: PlaceOrderInput,
): Promise<Result<OrderView, PlaceOrderError>> {
  const skuIds = input.lines.map((line) => line.skuId)
  const [member, existing, skus, settings] = await Promise.all([
    ensureCustomer(ctx),
    ctx.db.get('orders', input.orderId),
    ctx.db.getMany('skus', skuIds),
    lifecycleSettings(ctx.db, ctx.program),
  ])
  if (existing) return repeated(ctx, existing, member)
  const lines = findLines(input.lines, skus)
  if (!lines.ok) return lines
  const parcel = addressOf(ctx, input, member)
  if (!parcel) return fail({ code: 'ADDRESS_NEEDED' })
  const draft = draftOrder(ctx, input, { member, lines: lines.value, address: parcel.address })
  return draft.ok ? save(ctx, draft.value, { member, settings, parcel }) : draft
}

/** The address sealed, and the hash by which the staff find who has this phone number. */
type Parcel = { address: Sealed; phoneHash?: string }

function addressOf(
  { vault }: Context,
  { deliverTo }: PlaceOrderInput,
  { address: saved }: MemberDocument,
): Parcel | null {
  if (deliverTo.kind === 'saved') return saved ? { address: saved } : null
  const { address } = deliverTo
  return { address: vault.seal(address), phoneHash: vault.hash(address.phone) }
}

/** The caller's own order is answered again; an id that is somebody else's is refused. */
function repeated(
  ctx: Context,
  existing: OrderDocument,
  member: MemberDocument,
): Result<OrderView, PlaceOrderError> {
  if (existing.memberId !== member._id) return fail({ code: 'ORDER_ID_TAKEN' })
  return ok(orderView(ctx.vault, existing))
}

type Parts = { member: MemberDocument; lines: FoundLine[]; address: Sealed }

/** Decides: the order that would be written, or the first reason against it. */
function draftOrder(
  ctx: Context,
  input: PlaceOrderInput,
  { member, lines, address }: Parts,
): Result<OrderDocument, PlaceOrderError> {
  const short = lines.find((line) => line.available < line.quantity)
  if (short) {
    return fail({ code: 'OUT_OF_STOCK', skuId: short.skuId, available: short.available })
  }
  const { goodsFen, freightFen, totalFen, adjustments, earns } = quote(
    lines,
    buyerOf(member),
    ctx.program,
  )
  if (totalFen !== input.expectedTotalFen) return fail({ code: 'PRICE_CHANGED', totalFen })
  const order: Order = {
    id: input.orderId,
    memberId: member._id,
    channel: 'wechat',
    version: 1,
    state: 'awaitingPayment',
    lines: lines.map(({ available: _available, ...line }) => line),
    quote: { goodsFen, freightFen, totalFen, adjustments },
    earns: { points: earns.points, growth: earns.growth },
    refundedFen: 0,
    remark: input.remark,
    placedAt: ctx.now,
    dueAt: payBy(ctx.now, ctx.program),
    paidAt: null,
    transactionId: null,
    shipment: null,
    receivedAt: null,
    closedAt: null,
    closeReason: null,
  }
  return ok(orderDocument(order, address))
}

type Buying = { member: MemberDocument; settings: LifecycleSettings; parcel: Parcel }

async function save(
  ctx: Context,
  order: OrderDocument,
  { member, settings, parcel }: Buying,
): Promise<Result<OrderView, PlaceOrderError>> {
  const by = ctx.newId()
  const missed = await holdAll(ctx, order, by)
  if (missed) return refuse(ctx, order, { missed, by })
  try {
    await ctx.db.transact(async (transaction) => {
      await transaction.add('orders', order)
      await live(transaction, {
        memberId: member._id,
        event: { kind: 'order', at: ctx.now },
        happening: { _id: `order:${order._id}`, kind: 'order', orderId: order._id },
        settings,
        extras: parcel,
      })
    })
  } catch (error) {
    return afterFailure(ctx, order, { error, by })
  }
  return ok(orderView(ctx.vault, order))
}

/** Holds every line at once; answers the first that could not be had. */
async function holdAll(
  ctx: Context,
  order: OrderDocument,
  by: string,
): Promise<OrderLine | undefined> {
  const held = await Promise.all(
    order.lines.map((line) => hold(ctx.db, order._id, { ...line, at: ctx.now, by })),
  )
  return order.lines.find((_, at) => !held[at])
}

/** Takes this attempt out of the holds; what no other attempt counts on goes back. */
const leaveHolds = (ctx: Context, order: OrderDocument, by: string) =>
  Promise.all(order.lines.map((line) => release(ctx.db, order._id, { ...line, by })))

/** Leaves the holds and says what was missing, unless the same order has gone through. */
async function refuse(
  ctx: Context,
  order: OrderDocument,
  { missed: { skuId }, by }: { missed: OrderLine; by: string },
): Promise<Result<OrderView, PlaceOrderError>> {
  await leaveHolds(ctx, order, by)
  const [written, sku] = await Promise.all([
    ctx.db.get('orders', order._id),
    ctx.db.get('skus', skuId),
  ])
  if (written?.memberId === order.memberId) return ok(orderView(ctx.vault, written))
  if (!sku?.isOnSale) return fail({ code: 'PRODUCT_GONE', skuId })
  return fail({ code: 'OUT_OF_STOCK', skuId, available: sku.available })
}

/**
 * The transaction failed. If the same id was written meanwhile, this attempt has no order: it
 * leaves the holds and answers what was written. Otherwise nobody knows yet whether the order
 * will be there, so the holds stay until `sweep-orders` finds them without one.
 */
async function afterFailure(
  ctx: Context,
  order: OrderDocument,
  { error, by }: { error: unknown; by: string },
): Promise<Result<OrderView, PlaceOrderError>> {
  if (isDuplicate(error)) await leaveHolds(ctx, order, by)
  const written = await ctx.db.get('orders', order._id)
  if (written?.memberId === order.memberId) return ok(orderView(ctx.vault, written))
  if (written) return fail({ code: 'ORDER_ID_TAKEN' })
  throw error
}
