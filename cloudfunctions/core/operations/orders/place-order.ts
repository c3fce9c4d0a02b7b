import { lockGrant } from '@core/data/coupons/grants'
import type { MemberDocument } from '@core/data/members/documents'
import { memberIdOf, saveChange, toMember } from '@core/data/members/members'
import type { OrderDocument } from '@core/data/orders/documents'
import { orderDocument } from '@core/data/orders/orders'
import { countPurchases } from '@core/data/orders/purchase-counters'
import { transferDocument } from '@core/data/points/transfers'
import { type TradeSettings, tradeSettings } from '@core/data/pricing/settings'
import { hold, release } from '@core/data/stock/holds'
import type { Pieces } from '@core/data/stock/pieces'
import { applyEvent } from '@core/domain/members/member'
import { type Order, piecesBySku } from '@core/domain/orders/order'
import { applyTransfers, transfer } from '@core/domain/points/points'
import { fail, ok, type Result } from '@core/kernel/result'
import { ensureCustomer } from '@core/operations/lifecycle/customer'
import type { OrderView, PlaceOrderError, PlaceOrderInput } from '../../contract/orders'
import { isDuplicate } from '../../data/failures'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'
import { draftOrder, type Parcel, parcelOf } from './draft-order'
import { findLines } from './lines'
import { readPricingContext } from './pricing-input'
import { buyerContextOf } from './quote-order'
import { settleFree } from './settle-payment'
import { orderView } from './views'

/** One call of `orders.place`: its name in the holds it takes, and what it has taken so far. */
type Attempt = { by: string; held: Pieces[] }

type Placed = { order: OrderDocument; isNew: boolean }

/**
 * Places an order: holds the stock, locks the coupon, then writes the order and what it means for
 * the customer in one transaction. The id comes from the phone, so a repeated call answers the
 * same order. An order that costs nothing is paid at once.
 */
export async function placeOrder(
  ctx: Context,
  input: PlaceOrderInput,
): Promise<Result<OrderView, PlaceOrderError>> {
  const attempt: Attempt = { by: ctx.newId(), held: [] }
  try {
    const placed = await ctx.db.transact((transaction) =>
      place(ctx, transaction, { input, attempt }),
    )
    if (!placed.ok) {
      await leaveHolds(ctx, input.orderId, attempt)
      return placed
    }
    const { order, isNew } = placed.value
    const isFree = isNew && order.quote.totalFen === 0
    return ok(orderView(ctx.vault, isFree ? await settleFree(ctx, order) : order))
  } catch (error) {
    return afterFailure(ctx, input.orderId, { error, attempt })
  }
}

type Placing = { input: PlaceOrderInput; attempt: Attempt }

/** Everything that is read, decided and written; after a conflict all of it once more. */
async function place(
  ctx: Context,
  transaction: Transaction,
  { input, attempt }: Placing,
): Promise<Result<Placed, PlaceOrderError>> {
  const skuIds = [...new Set(input.lines.map((line) => line.skuId))]
  const [memberId, existing, skus, settings] = await Promise.all([
    ensureMemberId(ctx),
    ctx.db.get('orders', input.orderId),
    ctx.db.getMany('skus', skuIds),
    tradeSettings(ctx.db, ctx.program),
  ])
  if (existing) return repeated(existing, memberId)
  const around = await readPricingContext(ctx, { memberId, skus, settings }, transaction)
  const member = around.member ?? (await mendCustomer(ctx))
  const lines = findLines(input.lines, skus, buyerContextOf(ctx, member, around.tally))
  if (!lines.ok) return lines
  const parcel = parcelOf(ctx, input, member)
  if (!parcel) return fail({ code: 'ADDRESS_NEEDED' })
  const parts = { ...around, member, lines: lines.value, settings, parcel }
  const draft = draftOrder(ctx, input, parts)
  if (!draft.ok) return draft
  const refusal = await take(ctx, draft.value, attempt)
  if (refusal) return fail(refusal)
  const order = orderDocument(draft.value, parcel.address)
  await write(transaction, ctx, { order: draft.value, document: order, member, parcel, settings })
  return ok({ order, isNew: true })
}

/** The caller's member id, made known if need be; their document is read in the transaction. */
async function ensureMemberId(ctx: Context): Promise<string> {
  const known = ctx.openid === null ? null : await memberIdOf(ctx.db, ctx.openid)
  return known ?? (await ensureCustomer(ctx))._id
}

/** A crash had left an identity without its customer: they are made now, the phone tries again. */
async function mendCustomer(ctx: Context): Promise<never> {
  const { _id } = await ensureCustomer(ctx)
  throw new Error(`customer ${_id} was not whole and is now`)
}

/** The caller's own order is answered again; an id that is somebody else's is refused. */
function repeated(existing: OrderDocument, memberId: string): Result<Placed, PlaceOrderError> {
  if (existing.memberId !== memberId) return fail({ code: 'ORDER_ID_TAKEN' })
  return ok({ order: existing, isNew: false })
}

/**
 * Holds every piece at once, of SKUs and of activities, and then locks the coupon. In this order
 * a refused attempt never has the coupon, so it need not guess whether another counts on it.
 */
async function take(ctx: Context, order: Order, attempt: Attempt): Promise<PlaceOrderError | null> {
  const pieces: Pieces[] = [...piecesBySku(order.lines), ...order.uses.activityPieces]
  // After a conflict the pieces may be others: what was taken for the run before goes back as well.
  attempt.held.push(...pieces)
  const held = await Promise.all(
    pieces.map((one) => hold(ctx.db, order.id, { ...one, at: ctx.now, by: attempt.by })),
  )
  const missed = pieces.find((_, at) => !held[at])
  if (missed) return missing(ctx, missed)
  const { grantId } = order.uses
  if (grantId === null) return null
  const locking = { memberId: order.memberId, orderId: order.id, at: ctx.now }
  const isLocked = await lockGrant(ctx.db, grantId, locking)
  return isLocked ? null : { code: 'OFFER_GONE', sourceId: grantId }
}

async function missing(ctx: Context, { skuId, promotionId }: Pieces): Promise<PlaceOrderError> {
  if (promotionId !== undefined) return { code: 'OFFER_GONE', sourceId: promotionId }
  const sku = await ctx.db.get('skus', skuId)
  if (!sku?.isOnSale) return { code: 'PRODUCT_GONE', skuId }
  return { code: 'OUT_OF_STOCK', skuId, available: sku.available }
}

type Writing = {
  order: Order
  document: OrderDocument
  member: MemberDocument
  parcel: Parcel
  settings: TradeSettings
}

/** Writes the order, the points it holds, its counts, and the line of its customer's history. */
async function write(
  transaction: Transaction,
  ctx: Context,
  { order, document, member, parcel, settings }: Writing,
): Promise<void> {
  const { id: orderId, memberId, uses } = order
  const cause = { memberId, orderId, points: uses.points, at: ctx.now }
  const held = uses.points > 0 ? transfer('hold', cause) : null
  await transaction.add('orders', document)
  if (held) await transaction.add('pointsLedger', transferDocument(held))
  await countPurchases(transaction, memberId, { uses, sign: 1 })
  const event = {
    kind: 'order' as const,
    at: ctx.now,
    effect: (one: ReturnType<typeof toMember>) =>
      held ? { ...one, points: applyTransfers(one.points, held) } : one,
  }
  const { address, phoneHash } = parcel
  await saveChange(transaction, member, {
    change: applyEvent(toMember(member), event, settings.lifecycle),
    happening: { _id: `order:${orderId}`, kind: 'order', at: ctx.now, orderId },
    extras: { address, ...(phoneHash === undefined ? {} : { phoneHash }) },
  })
}

/** Takes this attempt out of its holds; what no other attempt counts on goes back. */
const leaveHolds = (ctx: Context, orderId: string, { by, held }: Attempt) =>
  Promise.all(held.map((pieces) => release(ctx.db, orderId, { ...pieces, by })))

/**
 * The transaction failed. If the same id was written meanwhile, this attempt has no order: it
 * leaves the holds and answers what was written. Otherwise nobody knows yet whether the order
 * will be there, so the holds stay until `sweep-orders` finds them without one.
 */
async function afterFailure(
  ctx: Context,
  orderId: string,
  { error, attempt }: { error: unknown; attempt: Attempt },
): Promise<Result<OrderView, PlaceOrderError>> {
  if (isDuplicate(error)) await leaveHolds(ctx, orderId, attempt)
  const [written, memberId] = await Promise.all([
    ctx.db.get('orders', orderId),
    ctx.openid === null ? null : memberIdOf(ctx.db, ctx.openid),
  ])
  if (written && written.memberId === memberId) return ok(orderView(ctx.vault, written))
  if (written) return fail({ code: 'ORDER_ID_TAKEN' })
  throw error
}
