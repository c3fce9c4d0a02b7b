import { lockGrant, unlockGrant } from '@core/data/coupons/grants'
import type { MemberDocument } from '@core/data/members/documents'
import { factsOf } from '@core/data/members/member-section'
import { memberIdOf } from '@core/data/members/members'
import type { OrderDocument } from '@core/data/orders/documents'
import { orderDocument } from '@core/data/orders/orders'
import { countPurchases } from '@core/data/orders/purchase-counters'
import { orderSearchKeys } from '@core/data/orders/search-keys'
import { transferDocument } from '@core/data/points/transfers'
import { type TradeSettings, tradeSettings } from '@core/data/pricing/settings'
import type { SkuDocument } from '@core/data/stock/documents'
import { heldFor, holdAll, release } from '@core/data/stock/holds'
import type { Pieces } from '@core/data/stock/pieces'
import { withFacts } from '@core/domain/members/member'
import { type Order, piecesBySku } from '@core/domain/orders/order'
import { heldPieces, unpaidRefusal, withUnpaid } from '@core/domain/orders/unpaid'
import { transfer, withTransfers } from '@core/domain/points/points'
import { fail, ok, type Result } from '@core/kernel/result'
import { ensureCustomer } from '@core/operations/lifecycle/ensure-customer'
import { recordMemberEvent } from '@core/operations/lifecycle/record-event'
import { callerId } from '@core/operations/members/find-caller'
import type { AllowanceUsed } from '../../contract/errors'
import type { OrderView, PlaceOrderError, PlaceOrderInput } from '../../contract/orders'
import { isDuplicate, isLostRace, RunAgain } from '../../data/failures'
import type { Transaction } from '../../data/transaction'
import { UNPAID_BOUNDS } from '../allowances'
import type { Context } from '../context'
import { buildOrder, type OrderBasis } from './build-order'
import { type DeliveryAddress, deliveryAddressOf } from './delivery-address'
import { findLines } from './lines'
import { missingPieces } from './missing-pieces'
import { readPricingContext } from './pricing-input'
import { buyerContextOf } from './quote-order'
import { settleFree } from './settle-payment'
import { orderView } from './views'

/**
 * One call of `orders.place`: its name in the holds and locks it takes, and what it has taken so
 * far. A transaction that runs again sees what the run before took as its own.
 */
type Attempt = { by: string; held: Pieces[]; lockedGrantId: string | null }

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
  const attempt: Attempt = { by: ctx.newId(), held: [], lockedGrantId: null }
  try {
    const placed = await ctx.db.transact((transaction) =>
      place(ctx, transaction, { input, attempt }),
    )
    // An order that was there already has its own holds, or has used them.
    if (!placed.ok || !placed.value.isNew) await giveBack(ctx, input.orderId, attempt)
    if (!placed.ok) return placed
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
  const { orderId } = input
  const [memberId, existing, skus, settings] = await Promise.all([
    ensureMemberId(ctx),
    ctx.db.get('orders', orderId),
    ctx.db.getMany('skus', skuIds),
    tradeSettings(ctx),
  ])
  if (existing) return repeated(existing, memberId)
  const context = await readPricingContext(ctx, { memberId, skus, settings, orderId }, transaction)
  const member = context.member ?? (await createFirst(ctx))
  const delivery = await deliveryAddressOf(ctx, input, member)
  const known = { ...context, member, skus, settings, delivery }
  const first = decide(ctx, input, known)
  const isShort = first.ok ? lacksGift(known) : SHORT.includes(first.error.code)
  const decided = isShort ? decide(ctx, input, await withOwnHolds(ctx, orderId, known)) : first
  if (!decided.ok) return decided
  const { order, delivery: deliverTo } = decided.value
  const refusal = await reserve(ctx, order, attempt)
  if (refusal) return fail(refusal)
  const { address } = deliverTo
  const searchKeys = orderSearchKeys(ctx.vault, { ...order, address })
  const document = orderDocument(order, { address, searchKeys })
  await writeOrder(transaction, ctx, { order, document, member, delivery: deliverTo, settings })
  return ok({ order: document, isNew: true })
}

/** Refusals that a hold of this very order may have caused, taken by an attempt before this one. */
const SHORT: readonly PlaceOrderError['code'][] = ['OUT_OF_STOCK', 'GIFT_GONE', 'PRICE_CHANGED']

/** Whether a gift is gone, perhaps because this very order holds its last pieces. */
const lacksGift = ({ gifts }: Pick<Known, 'gifts'>): boolean =>
  gifts.some(({ available }) => available <= 0)

/** Everything that decides an order, as read. */
type Known = Omit<OrderBasis, 'lines' | 'delivery'> & {
  skus: SkuDocument[]
  delivery: DeliveryAddress | null
}

/** The order to place and where it goes, or why it cannot be placed. */
function decide(
  ctx: Context,
  input: PlaceOrderInput,
  { skus, delivery, ...basis }: Known,
): Result<{ order: Order; delivery: DeliveryAddress }, PlaceOrderError> {
  const lines = findLines(input.lines, skus, buyerContextOf(ctx, basis.member, basis.counters))
  if (!lines.ok) return lines
  if (!delivery) return fail({ code: 'ADDRESS_NEEDED' })
  const order = buildOrder(ctx, input, { ...basis, lines: lines.value, delivery })
  if (!order.ok) return order
  const refusal = tooMuchUnpaid(ctx, basis.member, order.value)
  return refusal ? fail(refusal) : ok({ order: order.value, delivery })
}

/** Why the customer may not place this order as well. */
function tooMuchUnpaid(ctx: Context, member: MemberDocument, order: Order): AllowanceUsed | null {
  const more = { pieces: heldPieces(order.lines), today: ctx.today }
  const refused = unpaidRefusal(factsOf(member), more, UNPAID_BOUNDS)
  if (!refused) return null
  const { per, bound } = refused
  return { code: 'ALLOWANCE_USED', operation: 'orders.place', ...bound, per }
}

/** The same with the pieces that the order holds already: for it they are available. */
async function withOwnHolds(ctx: Context, orderId: string, known: Known): Promise<Known> {
  const { skus, gifts, activityStock } = known
  const ids = [...new Set([...skus, ...gifts].map(({ _id }) => _id))]
  const [held, reserved] = await Promise.all([
    heldFor(ctx.db, orderId, { collection: 'skus', ids }),
    heldFor(ctx.db, orderId, { collection: 'activityStock', ids: Object.keys(activityStock) }),
  ])
  const own = (sku: SkuDocument) => ({
    ...sku,
    available: sku.available + (held.get(sku._id) ?? 0),
  })
  return {
    ...known,
    skus: skus.map(own),
    gifts: gifts.map(own),
    activityStock: Object.fromEntries(
      Object.entries(activityStock).map(([id, left]) => [id, left + (reserved.get(id) ?? 0)]),
    ),
  }
}

/** The caller's member id, creating the customer if needed; the transaction reads the document. */
async function ensureMemberId(ctx: Context): Promise<string> {
  return (await callerId(ctx)) ?? (await ensureCustomer(ctx))._id
}

/**
 * Creates the customer of an identity that has none: another first action of theirs is just
 * running, or has crashed. The transaction began before and cannot see them, so it runs again.
 */
async function createFirst(ctx: Context): Promise<never> {
  await ensureCustomer(ctx)
  throw new RunAgain()
}

/** Returns the caller's existing order; another customer's order id is refused. */
function repeated(existing: OrderDocument, memberId: string): Result<Placed, PlaceOrderError> {
  if (existing.memberId !== memberId) return fail({ code: 'ORDER_ID_TAKEN' })
  return ok({ order: existing, isNew: false })
}

/**
 * Holds all pieces in parallel, of SKUs and of promotions, and then locks the coupon. First it
 * gives back what a run before this one took and this one does not need.
 */
async function reserve(
  ctx: Context,
  order: Order,
  attempt: Attempt,
): Promise<PlaceOrderError | null> {
  const pieces: Pieces[] = [...piecesBySku(order.lines), ...order.uses.activityPieces]
  const { grantId } = order.uses
  await giveBack(ctx, order.id, {
    by: attempt.by,
    held: attempt.held.filter((one) => !pieces.some((other) => isSame(one, other))),
    lockedGrantId: attempt.lockedGrantId === grantId ? null : attempt.lockedGrantId,
  })
  attempt.held = pieces
  attempt.lockedGrantId = null
  const [missed] = await holdAll(ctx.db, order.id, { pieces, at: ctx.now, by: attempt.by })
  if (missed) return missingPieces(ctx, order, missed)
  if (grantId === null) return null
  attempt.lockedGrantId = grantId
  const locking = { memberId: order.memberId, orderId: order.id, at: ctx.now, by: attempt.by }
  const isLocked = await lockGrant(ctx.db, grantId, locking)
  return isLocked ? null : { code: 'OFFER_GONE', sourceId: grantId }
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
  const more = { pieces: heldPieces(order.lines), today: ctx.today }
  await transaction.add('orders', document)
  if (held) await transaction.add('pointsLedger', transferDocument(held))
  await countPurchases(transaction, memberId, { uses, sign: 1 })
  await recordMemberEvent(transaction, {
    member,
    event: {
      kind: 'order',
      at: ctx.now,
      effect: (one) =>
        withTransfers(
          withFacts(one, (facts) => withUnpaid(facts, more)),
          held ? [held] : [],
        ),
    },
    entry: { _id: `order:${orderId}`, kind: 'order', orderId },
    settings: settings.lifecycle,
    contact: delivery.contact,
  })
}

const isSame = (one: Pieces, other: Pieces): boolean =>
  one.skuId === other.skuId &&
  one.promotionId === other.promotionId &&
  one.quantity === other.quantity

/** Removes this attempt from its holds and lock; those that no other attempt shares are free. */
async function giveBack(
  ctx: Context,
  orderId: string,
  { by, held, lockedGrantId }: Attempt,
): Promise<void> {
  await Promise.all([
    ...held.map((pieces) => release(ctx.db, orderId, { ...pieces, by })),
    ...(lockedGrantId === null ? [] : [unlockGrant(ctx.db, lockedGrantId, { orderId, by })]),
  ])
}

/**
 * Handles a failed transaction. After a conflict nothing was written, and if another attempt wrote
 * the same id, that order is returned: this attempt gives back what it took. Otherwise the commit
 * may still have succeeded, so the holds stay until `sweep-orders` finds them without an order.
 */
async function afterFailure(
  ctx: Context,
  orderId: string,
  { error, attempt }: { error: unknown; attempt: Attempt },
): Promise<Result<OrderView, PlaceOrderError>> {
  if (isDuplicate(error) || isLostRace(error)) await giveBack(ctx, orderId, attempt)
  const [written, memberId] = await Promise.all([
    ctx.db.get('orders', orderId),
    ctx.openid === null ? null : memberIdOf(ctx.db, ctx.openid),
  ])
  if (written && written.memberId === memberId) return ok(orderView(ctx.vault, written))
  if (written) return fail({ code: 'ORDER_ID_TAKEN' })
  throw error
}
