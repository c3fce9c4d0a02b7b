import type { NotFound } from '@core/contract/errors'
import type { OrderInput, OrderView, WrongState } from '@core/contract/orders'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import { saveChange, toMember } from '@core/data/members/members'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { enqueue } from '@core/data/outbox/outbox'
import { transferDocument } from '@core/data/points/transfers'
import { updateLifecycle } from '@core/domain/members/member'
import { hasOpenAfterSale, nextState, type Order } from '@core/domain/orders/order'
import { completed, extended, received } from '@core/domain/orders/transitions'
import { applyTransfers, transfer } from '@core/domain/points/points'
import { DAY_MS } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { memberIn, recordMemberEvent } from '@core/operations/lifecycle/customer'
import { ownOrder } from './own-order'
import { shippingGuideMessage } from './shipping-guide'
import { orderView } from './views'

/** How long an order with an open after-sale waits before it is looked at again. */
const POSTPONED_MS = DAY_MS

/** The customer has the goods: from now on the after-sale window runs. */
export async function confirmReceipt(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<OrderView, NotFound | WrongState>> {
  const own = await ownOrder(ctx, orderId)
  if (!own.ok) return own
  if (own.value.state === 'received') return ok(orderView(ctx.vault, own.value))
  const now = await receiveOrder(ctx, own.value, 'confirm')
  if (now.state !== 'received') return fail({ code: 'WRONG_STATE', state: now.state })
  return ok(orderView(ctx.vault, now))
}

/** The customer needs more time before the order confirms itself; once per order. */
export async function extendReceipt(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<OrderView, NotFound | WrongState>> {
  const own = await ownOrder(ctx, orderId)
  if (!own.ok) return own
  const now = await ctx.db.transact(async (transaction) => {
    const current = await transaction.get('orders', orderId)
    if (!current || current.state !== 'shipped' || current.isExtended) return current
    const changed = changedOrder(current, extended(toOrder(current), ctx.program))
    await transaction.put('orders', changed)
    return changed
  })
  if (!now?.isExtended) return fail({ code: 'WRONG_STATE', state: (now ?? own.value).state })
  return ok(orderView(ctx.vault, now))
}

/** Moves a shipped order to received; anything else stays as it is. */
export async function receiveOrder(
  ctx: Context,
  order: OrderDocument,
  event: 'confirm' | 'autoConfirm',
): Promise<OrderDocument> {
  const [settings, guide] = await Promise.all([
    lifecycleSettings(ctx.db, ctx.program),
    shippingGuideMessage(ctx, order),
  ])
  return ctx.db.transact(async (transaction) => {
    const current = await transaction.get('orders', order._id)
    if (!current || nextState(current.state, event) === null) return current ?? order
    const how = { event, at: ctx.now }
    const changed = changedOrder(current, received(toOrder(current), how, ctx.program))
    await transaction.put('orders', changed)
    if (guide) await enqueue(transaction, guide, ctx.now)
    // Silence for two weeks is no act of the customer's.
    if (event === 'autoConfirm') return changed
    await recordMemberEvent(transaction, {
      memberId: order.memberId,
      event: { kind: 'confirm', at: ctx.now },
      entry: { _id: `confirm:${order._id}`, kind: 'confirm', orderId: order._id },
      settings,
    })
    return changed
  })
}

/**
 * The after-sale window of a received order has ended: the order is completed and what is left of
 * its points becomes available. While something is asked back, the day is put off.
 */
export async function completeOrder(ctx: Context, order: OrderDocument): Promise<OrderDocument> {
  const settings = await lifecycleSettings(ctx.db, ctx.program)
  return ctx.db.transact(async (transaction) => {
    const current = await transaction.get('orders', order._id)
    if (!current || nextState(current.state, 'complete') === null) return current ?? order
    const before = toOrder(current)
    if (hasOpenAfterSale(before)) {
      const waiting = { ...before, dueAt: ctx.now + POSTPONED_MS }
      await transaction.put('orders', changedOrder(current, waiting))
      return current
    }
    const changed = changedOrder(current, completed(before, ctx.now))
    await transaction.put('orders', changed)
    const document = await memberIn(transaction, order.memberId)
    const member = toMember(document)
    const posted = postOf(before, ctx)
    if (posted) await transaction.add('pointsLedger', transferDocument(posted))
    const points = posted ? applyTransfers(member.points, posted) : member.points
    await saveChange(transaction, document, {
      change: updateLifecycle({ ...member, points }, ctx.now, settings),
      happening: {
        _id: `complete:${order._id}`,
        kind: 'complete',
        at: ctx.now,
        orderId: order._id,
        points: posted?.available ?? 0,
      },
    })
    return changed
  })
}

/** The points of an order that refunds have left pending. */
function postOf({ id: orderId, memberId, earns, takenBack }: Order, { now: at }: Context) {
  const points = earns.points - takenBack.clawedPoints
  return points > 0 ? transfer('post', { memberId, orderId, points, at }) : null
}
