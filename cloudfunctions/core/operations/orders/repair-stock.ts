import { command } from '@core/data/database'
import { describeError } from '@core/data/failures'
import type { OrderDocument } from '@core/data/orders/documents'
import type { StockFields, StoredHold } from '@core/data/stock/documents'
import { release, sell } from '@core/data/stock/holds'
import { finishMovement, saleId } from '@core/data/stock/ledger'
import type { Pieces } from '@core/data/stock/pieces'
import { piecesBySku } from '@core/domain/orders/order'
import { resolveHold, UNFINISHED_MS } from '@core/domain/stock/stock'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import type { Context } from '@core/operations/context'

/** Documents with holds per read; only their holds are read, since there may be many. */
const HELD_PER_PAGE = 50
/** Pages per run. */
const HELD_PAGES_MAX = 40
/** Holds of one SKU per run; a read returns at most 1,000 orders. */
const HOLDS_PER_STOCK = 500
/** Movements per run; the next run, minutes later, takes the rest. */
const MOVEMENTS_PER_RUN = 500
/** Documents processed in parallel. */
const PARALLEL = 4

export type StockSweep = { holdsRepaired: number; movementsFinished: number; failed: number }

/**
 * Repairs what a crash left between two writes: holds without an order, and ledger movements that
 * were not applied. Every step is idempotent; a failed one is left for the next run.
 */
export async function repairStock(ctx: Context): Promise<StockSweep> {
  const sweep: StockSweep = { holdsRepaired: 0, movementsFinished: 0, failed: 0 }
  for (const collection of ['skus', 'activityStock'] as const) {
    await repairCollection(ctx, sweep, collection)
  }
  const unfinished = await ctx.db.find('stockMovements', {
    where: { dueAt: command.lte(ctx.now) },
    orderBy: [['dueAt', 'asc']],
    limit: MOVEMENTS_PER_RUN,
  })
  await mapWithConcurrency(unfinished, PARALLEL, (movement) =>
    attempt(ctx, sweep, async () => {
      await finishMovement(ctx.db, movement, ctx.now)
      if (movement.state === 'booked') sweep.movementsFinished += 1
    }),
  )
  return sweep
}

/** A document with holds: a SKU, or the stock reserved of one for a promotion. */
type HeldStock = Pick<StockFields, 'holds'> & {
  _id: string
  skuId?: string
  productId?: string
  promotionId?: string
}

async function repairCollection(
  ctx: Context,
  sweep: StockSweep,
  collection: 'skus' | 'activityStock',
): Promise<void> {
  let last = ''
  for (let page = 0; page < HELD_PAGES_MAX; page += 1) {
    const held: HeldStock[] = await ctx.db.find(collection, {
      where: { heldPieces: command.gt(0), _id: command.gt(last) },
      orderBy: [['_id', 'asc']],
      fields: ['holds', 'skuId', 'productId', 'promotionId'],
      limit: HELD_PER_PAGE,
    })
    await mapWithConcurrency(held, PARALLEL, (stock) =>
      attempt(ctx, sweep, () => repairHolds(ctx, sweep, stock)),
    )
    if (held.length < HELD_PER_PAGE) return
    last = held.at(-1)?._id ?? last
  }
}

async function repairHolds(ctx: Context, sweep: StockSweep, stock: HeldStock): Promise<void> {
  const old = Object.entries(stock.holds)
    .filter(([, { at }]) => Math.abs(ctx.now - at) >= UNFINISHED_MS)
    .slice(0, HOLDS_PER_STOCK)
  const ids = old.map(([orderId]) => orderId)
  const [orders, sold] = await Promise.all([ctx.db.getMany('orders', ids), soldOf(ctx, stock, ids)])
  const byId = new Map(orders.map((order) => [order._id, order]))
  for (const [orderId, held] of old) {
    const isRepaired = await repairHold(ctx, stock, {
      orderId,
      held,
      order: byId.get(orderId),
      isSold: sold && sold.has(saleId(orderId, stock._id)),
    })
    if (isRepaired) sweep.holdsRepaired += 1
  }
}

/** The applied sales of a SKU to these orders; `null` for promotion stock, which has no ledger. */
async function soldOf(
  ctx: Context,
  { _id, promotionId }: HeldStock,
  orderIds: readonly string[],
): Promise<ReadonlySet<string> | null> {
  if (promotionId !== undefined) return null
  const ids = orderIds.map((orderId) => saleId(orderId, _id))
  const sales = await ctx.db.getMany('stockMovements', ids)
  return new Set(sales.filter(({ state }) => state === 'applied').map((sale) => sale._id))
}

type Found = {
  orderId: string
  held: StoredHold
  order: OrderDocument | undefined
  isSold: boolean | null
}

async function repairHold(
  ctx: Context,
  { _id, skuId = _id, productId = '', promotionId }: HeldStock,
  { orderId, held, order, isSold }: Found,
): Promise<boolean> {
  const stock = promotionId === undefined ? { skuId } : { skuId, promotionId }
  const holder = order && {
    isUnpaid: order.state === 'awaitingPayment',
    isClosed: order.state === 'closed',
    paidAt: order.paidAt,
    pieces: piecesOf(order, stock),
  }
  const resolution = resolveHold(held, holder, isSold)
  if (resolution === 'keep') return false
  const taken = { ...stock, quantity: held.n }
  return resolution === 'sell'
    ? sell(ctx.db, orderId, { ...taken, productId, at: ctx.now })
    : release(ctx.db, orderId, { ...taken, seenAt: held.at })
}

/** Pieces of this stock that an order has. */
function piecesOf(
  { lines, uses }: OrderDocument,
  { skuId, promotionId }: { skuId: string; promotionId?: string },
): number {
  const pieces = promotionId === undefined ? piecesBySku(lines) : uses.activityPieces
  const own = pieces.find((one: Pieces) => one.skuId === skuId && one.promotionId === promotionId)
  return own?.quantity ?? 0
}

async function attempt(ctx: Context, sweep: StockSweep, step: () => Promise<void>) {
  try {
    await step()
  } catch (error) {
    sweep.failed += 1
    ctx.log.error('repair-failed', { reason: describeError(error) })
  }
}
