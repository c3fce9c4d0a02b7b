import type { NotFound } from '../../contract/errors'
import type { OrderInput, OrderView, WrongState } from '../../contract/orders'
import { lifecycleSettings, toMember } from '../../data/members'
import { changedOrder, toOrder } from '../../data/orders'
import { transferDocument } from '../../data/history'
import type { OrderDocument } from '../../data/documents'
import { nextState, received } from '../../domain/order'
import { book, post } from '../../domain/points'
import { fail, ok, type Result } from '../../domain/result'
import type { Context } from '../context'
import { customerIn, live } from '../members/customer'
import { ownOrder } from './own-order'
import { orderView } from './views'

/** The customer has the goods: the order is received and its points become available. */
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

/** Moves a shipped order to received and posts its points; anything else stays as it is. */
export async function receiveOrder(
  ctx: Context,
  order: OrderDocument,
  event: 'confirm' | 'autoConfirm',
): Promise<OrderDocument> {
  const settings = await lifecycleSettings(ctx.db, ctx.program)
  return ctx.db.transact(async (transaction) => {
    const current = await transaction.get('orders', order._id)
    if (!current || nextState(current.state, event) === null) return current ?? order
    const changed = changedOrder(current, received(toOrder(current), { event, at: ctx.now }))
    await transaction.put('orders', changed)
    const member = toMember(await customerIn(transaction, order.memberId))
    const { points } = current.earns
    const cause = { memberId: member.id, orderId: order._id, points, at: ctx.now }
    const transfer = points > 0 && member.joinedAt !== null ? post(cause) : null
    if (transfer) await transaction.add('pointsLedger', transferDocument(transfer))
    await live(transaction, {
      memberId: member.id,
      event: {
        kind: 'confirm',
        at: ctx.now,
        effect: (one) => (transfer ? { ...one, points: book(one.points, transfer) } : one),
      },
      happening: { _id: `confirm:${order._id}`, kind: 'confirm', orderId: order._id, points },
      settings,
    })
    return changed
  })
}
