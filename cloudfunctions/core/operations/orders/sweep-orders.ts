import { mapWithConcurrency } from '@core/kernel/concurrency'
import { countSold } from '@core/operations/products/count-sold'
import { command } from '../../data/database'
import type { OrderDocument } from '../../data/documents'
import { describeError } from '../../data/failures'
import { expireAfterSales } from '../after-sales/expire'
import type { Context } from '../context'
import { closeOrder } from './close-order'
import { completeOrder, receiveOrder } from './confirm-receipt'
import { type PaymentPoll, pollPendingPayments } from './poll-pending-payments'
import { remindUnpaid } from './remind-unpaid'
import { repairGrants } from './repair-grants'
import { repairStock, type StockSweep } from './repair-stock'

/** Orders that one run takes up; the next run, minutes later, takes the rest. */
const ORDERS_PER_RUN = 200
/** Orders worked on side by side. */
const PARALLEL = 4

/** What a run did. */
export type OrderSweep = DueSweep &
  StockSweep &
  PaymentPoll & { reminded: number; grantsMended: number; productsCounted: number }

type DueSweep = {
  closed: number
  confirmed: number
  completed: number
  expired: number
  failed: number
}

/**
 * Asks after payments of which no notice came, reminds of orders that are not paid, closes what
 * was not paid in time, confirms what was received in silence, completes what nobody wants to give
 * back, and mends what a crash left held. Every step may be repeated; a step that fails is left
 * for the next run.
 */
export async function sweepOrders(ctx: Context): Promise<OrderSweep> {
  const chase = await pollPendingPayments(ctx)
  const reminded = await remindUnpaid(ctx)
  const due = await ctx.db.find('orders', {
    where: { dueAt: command.lte(ctx.now) },
    orderBy: [['dueAt', 'asc']],
    limit: ORDERS_PER_RUN,
  })
  const sweep: DueSweep = { closed: 0, confirmed: 0, completed: 0, expired: 0, failed: 0 }
  await mapWithConcurrency(due, PARALLEL, (order) =>
    attempt(ctx, sweep, () => settleDue(ctx, sweep, order)),
  )
  sweep.expired = await expireAfterSales(ctx)
  const { holdsMended, movementsFinished, failed } = await repairStock(ctx)
  const grantsMended = await repairGrants(ctx)
  const productsCounted = await countSold(ctx)
  const mended = { holdsMended, movementsFinished, grantsMended, productsCounted }
  return { ...sweep, ...chase, ...mended, reminded, failed: sweep.failed + failed }
}

async function settleDue(ctx: Context, sweep: DueSweep, order: OrderDocument): Promise<void> {
  if (order.state === 'awaitingPayment') {
    const now = await closeOrder(ctx, order, 'NOT_PAID_IN_TIME')
    if (now.state === 'closed') sweep.closed += 1
  }
  if (order.state === 'shipped') {
    const now = await receiveOrder(ctx, order, 'autoConfirm')
    if (now.state === 'received') sweep.confirmed += 1
  }
  if (order.state === 'received') {
    const now = await completeOrder(ctx, order)
    if (now.state === 'completed') sweep.completed += 1
  }
}

async function attempt(ctx: Context, sweep: DueSweep, step: () => Promise<void>) {
  try {
    await step()
  } catch (error) {
    sweep.failed += 1
    ctx.log.error('sweep-step-failed', { reason: describeError(error) })
  }
}
