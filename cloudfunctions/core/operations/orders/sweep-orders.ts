import type { Context } from '../context'
import { eachDue } from '../each-due'
import { closeOrder } from './close-order'
import { completeOrder, receiveOrder } from './confirm-receipt'

/** Closing releases every line; nothing else in the sweep takes as long. */
const WORK_MS = 20_000

/** Orders settled in a run, by what became of them. */
export type DueSweep = { closed: number; confirmed: number; completed: number; failed: number }

/**
 * Closes orders not paid in time, confirms parcels that the customer did not confirm, and completes
 * orders whose after-sale window is over. Every step is idempotent; the next run retries a failed
 * one.
 */
export async function settleDueOrders(ctx: Context): Promise<DueSweep> {
  const sweep = { closed: 0, confirmed: 0, completed: 0 }
  const due = {
    duty: 'closeAndConfirm',
    collection: 'orders',
    path: 'dueAt',
    workMs: WORK_MS,
  } as const
  const failed = await eachDue(ctx, due, (id) => settleDue(ctx, sweep, id))
  return { ...sweep, failed }
}

async function settleDue(
  ctx: Context,
  sweep: Omit<DueSweep, 'failed'>,
  orderId: string,
): Promise<void> {
  const order = await ctx.db.get('orders', orderId)
  if (order?.state === 'awaitingPayment') {
    const now = await closeOrder(ctx, order, { reason: 'NOT_PAID_IN_TIME' })
    if (now.state === 'closed') sweep.closed += 1
  }
  if (order?.state === 'shipped') {
    const now = await receiveOrder(ctx, order, 'autoConfirm')
    if (now.state === 'received') sweep.confirmed += 1
  }
  if (order?.state === 'received') {
    const now = await completeOrder(ctx, order)
    if (now.state === 'completed') sweep.completed += 1
  }
}
