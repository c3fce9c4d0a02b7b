import { lockGrant } from '@core/data/coupons/grants'
import type { MemberDocument } from '@core/data/members/documents'
import { memberIdOf } from '@core/data/members/members'
import type { OrderDocument } from '@core/data/orders/documents'
import { orderDocument } from '@core/data/orders/orders'
import { countPurchases } from '@core/data/orders/purchase-counters'
import { transferDocument } from '@core/data/points/transfers'
import { type TradeSettings, tradeSettings } from '@core/data/pricing/settings'
import { hold, release } from '@core/data/stock/holds'
import type { Pieces } from '@core/data/stock/pieces'
import { type Order, piecesBySku } from '@core/domain/orders/order'
import { transfer, withTransfers } from '@core/domain/points/points'
import { fail, ok, type Result } from '@core/kernel/result'
import { ensureCustomer } from '@core/operations/lifecycle/ensure-customer'
import { recordMemberEvent } from '@core/operations/lifecycle/record-event'
import type { OrderView, PlaceOrderError, PlaceOrderInput } from '../../contract/orders'
import { isDuplicate } from '../../data/failures'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'
import { buildOrder, type DeliveryAddress, deliveryAddressOf } from './build-order'
import { findLines } from './lines'
import { readPricingContext } from './pricing-input'
import { buyerContextOf } from './quote-order'
import { settleFree } from './settle-payment'
import { orderView } from './views'

/** One call of `orders.place`: its name in the holds it takes, and what it has taken so far. */
type Attempt = { by: string; held: Pieces[] }

type Placed = { order: OrderDocument; isNew: boolean }

/**
 * Places an order: holds the stock, locks the coupon, then writes the order and the changes of the
 * customer in one transaction. The phone chooses the id, so a repeated call returns the same order.
 * A free order is settled immediately.
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
      await releaseHolds(ctx, input.orderId, attempt)
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

/** Reads, decides and writes; runs again as a whole after a conflict. */
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
    tradeSettings(ctx),
  ])
  if (existing) return repeated(existing, memberId)
  const context = await readPricingContext(ctx, { memberId, skus, settings }, transaction)
  const member = context.member ?? (await repairCustomer(ctx))
  const lines = findLines(input.lines, skus, buyerContextOf(ctx, member, context.counters))
  if (!lines.ok) return lines
  const delivery = deliveryAddressOf(ctx, input, member)
  if (!delivery) return fail({ code: 'ADDRESS_NEEDED' })
  const basis = { ...context, member, lines: lines.value, settings, delivery }
  const draft = buildOrder(ctx, input, basis)
  if (!draft.ok) return draft
  const refusal = await reserve(ctx, draft.value, attempt)
  if (refusal) return fail(refusal)
  const order = orderDocument(draft.value, delivery.address)
  await writeOrder(transaction, ctx, {
    order: draft.value,
    document: order,
    member,
    delivery,
    settings,
  })
  return ok({ order, isNew: true })
}

/** The caller's member id, creating the customer if needed; the transaction reads the document. */
async function ensureMemberId(ctx: Context): Promise<string> {
  const known = ctx.openid === null ? null : await memberIdOf(ctx.db, ctx.openid)
  return known ?? (await ensureCustomer(ctx))._id
}

/** Repairs an identity left without its customer by a crash; the phone retries after the error. */
async function repairCustomer(ctx: Context): Promise<never> {
  const { _id } = await ensureCustomer(ctx)
  throw new Error(`customer ${_id} was missing and has been created; retry the call`)
}

/** Returns the caller's existing order; another customer's order id is refused. */
function repeated(existing: OrderDocument, memberId: string): Result<Placed, PlaceOrderError> {
  if (existing.memberId !== memberId) return fail({ code: 'ORDER_ID_TAKEN' })
  return ok({ order: existing, isNew: false })
}

/**
 * Holds all pieces in parallel, of SKUs and of promotions, and then locks the coupon. In this order
 * a refused attempt never holds the coupon, so it need not know whether another attempt relies on
 * it.
 */
async function reserve(
  ctx: Context,
  order: Order,
  attempt: Attempt,
): Promise<PlaceOrderError | null> {
  const pieces: Pieces[] = [...piecesBySku(order.lines), ...order.uses.activityPieces]
  // After a conflict the pieces may differ; those held by the previous run are released as well.
  attempt.held.push(...pieces)
  const held = await Promise.all(
    pieces.map((one) => hold(ctx.db, order.id, { ...one, at: ctx.now, by: attempt.by })),
  )
  const missed = pieces.find((_, at) => !held[at])
  if (missed) return missingPieces(ctx, missed)
  const { grantId } = order.uses
  if (grantId === null) return null
  const locking = { memberId: order.memberId, orderId: order.id, at: ctx.now }
  const isLocked = await lockGrant(ctx.db, grantId, locking)
  return isLocked ? null : { code: 'OFFER_GONE', sourceId: grantId }
}

async function missingPieces(
  ctx: Context,
  { skuId, promotionId }: Pieces,
): Promise<PlaceOrderError> {
  if (promotionId !== undefined) return { code: 'OFFER_GONE', sourceId: promotionId }
  const sku = await ctx.db.get('skus', skuId)
  if (!sku?.isOnSale) return { code: 'PRODUCT_GONE', skuId }
  return { code: 'OUT_OF_STOCK', skuId, available: sku.available }
}

type Writing = {
  order: Order
  document: OrderDocument
  member: MemberDocument
  delivery: DeliveryAddress
  settings: TradeSettings
}

/** Writes the order, the held points, the purchase counters and the customer's history entry. */
async function writeOrder(
  transaction: Transaction,
  ctx: Context,
  { order, document, member, delivery, settings }: Writing,
): Promise<void> {
  const { id: orderId, memberId, uses } = order
  const cause = { memberId, orderId, points: uses.points, at: ctx.now }
  const held = uses.points > 0 ? transfer('hold', cause) : null
  await transaction.add('orders', document)
  if (held) await transaction.add('pointsLedger', transferDocument(held))
  await countPurchases(transaction, memberId, { uses, sign: 1 })
  const { address, phoneHash } = delivery
  await recordMemberEvent(transaction, {
    member,
    event: {
      kind: 'order',
      at: ctx.now,
      effect: (one) => withTransfers(one, held ? [held] : []),
    },
    entry: { _id: `order:${orderId}`, kind: 'order', orderId },
    settings: settings.lifecycle,
    contact: { address, ...(phoneHash === undefined ? {} : { phoneHash }) },
  })
}

/** Removes this attempt from its holds and releases those that no other attempt shares. */
const releaseHolds = (ctx: Context, orderId: string, { by, held }: Attempt) =>
  Promise.all(held.map((pieces) => release(ctx.db, orderId, { ...pieces, by })))

/**
 * Handles a failed transaction. If another attempt wrote the same id, this one releases its holds
 * and returns that order. Otherwise the commit may still have succeeded, so the holds stay until
 * `sweep-orders` finds them without an order.
 */
async function afterFailure(
  ctx: Context,
  orderId: string,
  { error, attempt }: { error: unknown; attempt: Attempt },
): Promise<Result<OrderView, PlaceOrderError>> {
  if (isDuplicate(error)) await releaseHolds(ctx, orderId, attempt)
  const [written, memberId] = await Promise.all([
    ctx.db.get('orders', orderId),
    ctx.openid === null ? null : memberIdOf(ctx.db, ctx.openid),
  ])
  if (written && written.memberId === memberId) return ok(orderView(ctx.vault, written))
  if (written) return fail({ code: 'ORDER_ID_TAKEN' })
  throw error
}
