import { command } from '../../data/database'
import type { OrderDocument, SkuDocument } from '../../data/documents'
import { describeError } from '../../data/failures'
import { release, sell } from '../../data/stock'
import { MINUTE_MS } from '../../domain/calendar'
import type { Context } from '../context'
import { sideBySide } from '../side-by-side'
import { closeOrder } from './close-order'
import { receiveOrder } from './receive-order'

/** Orders that one run takes up; the next run, minutes later, takes the rest. */
const ORDERS_PER_RUN = 200
/** SKUs with holds that one run looks through. */
const SKUS_PER_RUN = 1_000
/** How old a hold must be before an order it belongs to can be said to be missing. */
const HOLD_GRACE_MS = 2 * MINUTE_MS
/** Orders worked on side by side. */
const PARALLEL = 4

/** What a run did. */
export type OrderSweep = { closed: number; confirmed: number; holdsMended: number; failed: number }

/**
 * Closes what was not paid in time, confirms what was received in silence, and mends the stock
 * that a crash left held. Every step may be repeated; a step that fails is left for the next run.
 */
export async function sweepOrders(ctx: Context): Promise<OrderSweep> {
  const due = await ctx.db.find('orders', {
    where: { dueAt: command.lte(ctx.now) },
    orderBy: [['dueAt', 'asc']],
    limit: ORDERS_PER_RUN,
  })
  const sweep: OrderSweep = { closed: 0, confirmed: 0, holdsMended: 0, failed: 0 }
  await sideBySide(due, PARALLEL, (order) =>
    attempt(ctx, sweep, () => settleDue(ctx, sweep, order)),
  )
  const held = await ctx.db.find('skus', {
    where: { heldPieces: command.gt(0) },
    limit: SKUS_PER_RUN,
  })
  await sideBySide(held, PARALLEL, (sku) => attempt(ctx, sweep, () => mendHolds(ctx, sweep, sku)))
  return sweep
}

async function settleDue(ctx: Context, sweep: OrderSweep, order: OrderDocument): Promise<void> {
  if (order.state === 'awaitingPayment') {
    const now = await closeOrder(ctx, order, 'NOT_PAID_IN_TIME')
    if (now.state === 'closed') sweep.closed += 1
  }
  if (order.state === 'shipped') {
    const now = await receiveOrder(ctx, order, 'autoConfirm')
    if (now.state === 'received') sweep.confirmed += 1
  }
}

/** A hold belongs to an unpaid order. Any other is what a crash left between two writes. */
async function mendHolds(ctx: Context, sweep: OrderSweep, sku: SkuDocument): Promise<void> {
  const old = Object.entries(sku.holds).filter(([, { at }]) => at <= ctx.now - HOLD_GRACE_MS)
  const orders = await ctx.db.getMany(
    'orders',
    old.map(([orderId]) => orderId),
  )
  const states = new Map(orders.map((order) => [order._id, order.state]))
  for (const [orderId, { n }] of old) {
    const state = states.get(orderId)
    if (state === 'awaitingPayment') continue
    const isLost = state === undefined || state === 'closed'
    const mended = await (isLost ? release : sell)(ctx.db, orderId, {
      skuId: sku._id,
      quantity: n,
    })
    if (mended) sweep.holdsMended += 1
  }
}

async function attempt(ctx: Context, sweep: OrderSweep, step: () => Promise<void>) {
  try {
    await step()
  } catch (error) {
    sweep.failed += 1
    ctx.log.error('sweep-step-failed', { reason: describeError(error) })
  }
}
