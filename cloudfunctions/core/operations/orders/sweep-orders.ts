import type { OrderDocument } from '@core/data/orders/documents'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import { command } from '../../data/database'
import { describeError } from '../../data/failures'
import type { Context } from '../context'
import { closeOrder } from './close-order'
import { completeOrder, receiveOrder } from './confirm-receipt'
import { remindUnpaid } from './remind-unpaid'
import { repairGrants } from './repair-grants'
import { repairStock } from './repair-stock'

/** Orders per run; the next run, minutes later, takes the rest. */
const ORDERS_PER_RUN = 200
/** Orders processed in parallel. */
const PARALLEL = 4

type DueSweep = { closed: number; confirmed: number; completed: number; failed: number }

/**
 * Sends reminders of unpaid orders, closes orders not paid in time, confirms parcels that the
 * customer did not confirm, completes orders whose after-sale window is over, and repairs holds and
 * grants that a crash left behind. Every step is idempotent; the next run retries a failed step.
 */
export async function sweepOrders(ctx: Context): Promise<Record<string, number>> {
  const reminded = await remindUnpaid(ctx)
  const due = await ctx.db.find('orders', {
    where: { dueAt: command.lte(ctx.now) },
    orderBy: [['dueAt', 'asc']],
    limit: ORDERS_PER_RUN,
  })
  const sweep: DueSweep = { closed: 0, confirmed: 0, completed: 0, failed: 0 }
  await mapWithConcurrency(due, PARALLEL, (order) =>
    attempt(ctx, sweep, () => settleDue(ctx, sweep, order)),
  )
  const { holdsRepaired, movementsFinished, failed } = await repairStock(ctx)
  const grantsRepaired = await repairGrants(ctx)
  return {
    ...sweep,
    reminded,
    holdsRepaired,
    movementsFinished,
    grantsRepaired,
    failed: sweep.failed + failed,
  }
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
