import { command } from '@core/data/database'
import type { OrderDocument } from '@core/data/orders/documents'
import type { StoredHold } from '@core/data/stock/documents'
import { oldHolds, release, sell } from '@core/data/stock/holds'
import { finishMovement, saleId } from '@core/data/stock/ledger'
import type { Pieces } from '@core/data/stock/pieces'
import { piecesBySku } from '@core/domain/orders/order'
import { resolveHold } from '@core/domain/stock/stock'
import type { Context } from '@core/operations/context'
import { isolate } from '@core/operations/isolate'

/** Documents with holds per read. */
const HELD_PER_PAGE = 50
/** Pages per run. */
const HELD_PAGES_MAX = 40
/** Sales per read. */
const SALES_AT_ONCE = 500
/** How long a run works; all duties of the sweep together have 60 s. */
const WORK_MS = 15_000
/** Movements per run; the next run, minutes later, takes the rest. */
const MOVEMENTS_PER_RUN = 500

export type StockSweep = { holdsRepaired: number; movementsFinished: number; failed: number }

/** A run: what it did, and the orders it has read, each once for all their lines. */
type Run = StockSweep & { holders: Map<string, Holder | null>; isOver: () => boolean }

/**
 * Repairs what a crash left between two writes: holds without an order, and ledger movements that
 * were not applied. Every step is idempotent; a failed one is left for the next run.
 */
export async function repairStock(ctx: Context): Promise<StockSweep> {
  const end = ctx.elapsedMs() + WORK_MS
  const isOver = () => ctx.elapsedMs() > end
  const run: Run = { holdsRepaired: 0, movementsFinished: 0, failed: 0, holders: new Map(), isOver }
  for (const collection of ['skus', 'activityStock'] as const) {
    await repairCollection(ctx, run, collection)
  }
  const unfinished = await ctx.db.find('stockMovements', {
    where: { dueAt: command.lte(ctx.now) },
    orderBy: [['dueAt', 'asc']],
    limit: MOVEMENTS_PER_RUN,
  })
  const movements = new Map(unfinished.map((movement) => [movement._id, movement]))
  const finishing = { duty: 'finishMovement', collection: 'stockMovements', isOver } as const
  run.failed += await isolate(ctx, { ...finishing, ids: [...movements.keys()] }, async (id) => {
    const movement = movements.get(id)
    if (!movement) return
    await finishMovement(ctx.db, movement, ctx.now)
    if (movement.state === 'booked') run.movementsFinished += 1
  })
  const { holders: _holders, isOver: _isOver, ...sweep } = run
  return sweep
}

/** A document with holds: a SKU, or the stock reserved of one for a promotion. */
type HeldStock = { _id: string; skuId?: string; productId?: string; promotionId?: string }

type StockCollection = 'skus' | 'activityStock'

async function repairCollection(
  ctx: Context,
  run: Run,
  collection: StockCollection,
): Promise<void> {
  let last = ''
  for (let page = 0; page < HELD_PAGES_MAX; page += 1) {
    const held: HeldStock[] = await ctx.db.find(collection, {
      where: { heldPieces: command.gt(0), _id: command.gt(last) },
      orderBy: [['_id', 'asc']],
      fields: ['skuId', 'productId', 'promotionId'],
      limit: HELD_PER_PAGE,
    })
    const byId = new Map(held.map((stock) => [stock._id, stock]))
    const { isOver } = run
    const repairing = { duty: 'repairHolds', collection, isOver } as const
    run.failed += await isolate(ctx, { ...repairing, ids: [...byId.keys()] }, async (id) => {
      const stock = byId.get(id)
      if (stock) await repairHolds(ctx, run, { stock, collection })
    })
    if (held.length < HELD_PER_PAGE || isOver()) return
    last = held.at(-1)?._id ?? last
  }
}

async function repairHolds(
  ctx: Context,
  run: Run,
  { stock, collection }: { stock: HeldStock; collection: StockCollection },
): Promise<void> {
  const old = await oldHolds(ctx.db, { collection, _id: stock._id }, ctx.now)
  await readHolders(
    ctx,
    run,
    old.map(([orderId]) => orderId),
  )
  const isPaid = (orderId: string) => (run.holders.get(orderId)?.paidAt ?? null) !== null
  const settled = old.filter(([orderId]) => isPaid(orderId))
  const sold = await soldOf(
    ctx,
    stock,
    settled.map(([orderId]) => orderId),
  )
  const failures: unknown[] = []
  for (const [orderId, held] of old) {
    if (run.isOver()) break
    const order = run.holders.get(orderId) ?? undefined
    const isSold = sold && sold.has(saleId(orderId, stock._id))
    try {
      if (await repairHold(ctx, stock, { orderId, held, order, isSold })) run.holdsRepaired += 1
    } catch (error) {
      // The other holds do not wait for a bad order.
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}

/** What decides about a hold, of the orders that have one. */
const HOLDER_FIELDS = [
  'state',
  'paidAt',
  'lines.kind',
  'lines.skuId',
  'lines.quantity',
  'uses.activityPieces',
] as const

type Holder = Pick<OrderDocument, '_id' | 'state' | 'paidAt' | 'lines' | 'uses'>

/** Reads those of the orders that the run has not read yet. */
async function readHolders(ctx: Context, run: Run, orderIds: readonly string[]): Promise<void> {
  const missing = orderIds.filter((id) => !run.holders.has(id))
  const orders: Holder[] = await ctx.db.getMany('orders', missing, { fields: HOLDER_FIELDS })
  for (const id of missing) run.holders.set(id, null)
  for (const order of orders) run.holders.set(order._id, order)
}

const inParts = (ids: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, at) =>
    ids.slice(at * size, (at + 1) * size),
  )

/** The applied sales of a SKU to these orders; `null` for promotion stock, which has no ledger. */
async function soldOf(
  ctx: Context,
  { _id, promotionId }: HeldStock,
  orderIds: readonly string[],
): Promise<ReadonlySet<string> | null> {
  if (promotionId !== undefined) return null
  const sold = new Set<string>()
  for (const ids of inParts(orderIds, SALES_AT_ONCE)) {
    const sales = await ctx.db.find('stockMovements', {
      where: { _id: command.in(ids.map((orderId) => saleId(orderId, _id))), state: 'applied' },
      limit: ids.length,
      fields: ['_id'],
    })
    for (const sale of sales) sold.add(sale._id)
  }
  return sold
}

type Found = {
  orderId: string
  held: StoredHold
  order: Holder | undefined
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
  { lines, uses }: Holder,
  { skuId, promotionId }: { skuId: string; promotionId?: string },
): number {
  const pieces = promotionId === undefined ? piecesBySku(lines) : uses.activityPieces
  const own = pieces.find((one: Pieces) => one.skuId === skuId && one.promotionId === promotionId)
  return own?.quantity ?? 0
}
