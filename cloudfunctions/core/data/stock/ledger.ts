import { command, type Database } from '@core/data/database'
import { toStored } from '@core/data/documents'
import { type StockMovement, UNFINISHED_MS } from '@core/domain/stock/stock'
import type { Instant } from '@core/kernel/calendar'
import type { SkuDocument, StockMovementDocument } from './documents'
import { takeSold } from './pieces'

/**
 * The ledger of stock. A movement is written first, then applied by one conditional update on its
 * SKU, and then marked as applied. A sale consumes its hold; any other movement leaves its id on
 * the SKU until the sweep has seen it marked. So each is applied once, however often it is tried,
 * and no transaction ever waits for a SKU.
 */

/** The outcome of a movement. `REPEATED`: it had been applied before. */
export type MoveOutcome =
  | { outcome: 'MOVED' | 'REPEATED' | 'SKU_MISSING' }
  /** Fewer pieces are available than the movement takes. */
  | { outcome: 'SHORT'; available: number }
  /** Another movement has this id. */
  | { outcome: 'ID_TAKEN' }

/** A movement to record; optional fields default to none. */
export type Movement = Pick<
  StockMovement,
  'id' | 'skuId' | 'productId' | 'kind' | 'quantity' | 'at'
> &
  Partial<Pick<StockMovement, 'reason' | 'note' | 'orderId' | 'afterSaleId' | 'by'>>

const NOTHING_ELSE = { reason: null, note: '', orderId: null, afterSaleId: null, by: null }

const movementDocument = (movement: Movement): StockMovementDocument => ({
  ...NOTHING_ELSE,
  ...toStored(movement),
  state: 'booked',
  dueAt: movement.at + UNFINISHED_MS,
})

/** Adds the movement, or returns the one stored under its id. */
async function write(
  db: Database,
  movement: StockMovementDocument,
): Promise<StockMovementDocument> {
  if (await db.addOnce('stockMovements', movement)) return movement
  const { _id, state, dueAt } = movement
  // A refused one may be retried; after a crash in between the sweep finishes it.
  await db.update('stockMovements', { _id, state: 'refused' }, { state, dueAt })
  return (await db.get('stockMovements', _id)) ?? movement
}

const markApplied = (db: Database, _id: string, dueAt: Instant | null) =>
  db.update('stockMovements', { _id }, { state: 'applied', dueAt })

/** Moves the stock of a SKU and records it in the ledger, once per id. */
export async function moveStock(db: Database, movement: Movement): Promise<MoveOutcome> {
  const wanted = movementDocument(movement)
  const written = await write(db, wanted)
  const isSame = written.skuId === wanted.skuId && written.quantity === wanted.quantity
  if (!isSame || written.kind !== wanted.kind) return { outcome: 'ID_TAKEN' }
  return written.state === 'applied' ? { outcome: 'REPEATED' } : apply(db, written, movement.at)
}

async function apply(
  db: Database,
  movement: StockMovementDocument,
  now: Instant,
): Promise<MoveOutcome> {
  const { _id, skuId, quantity } = movement
  const mark = `moved.${_id}`
  const hasEnough = quantity < 0 ? { available: command.gte(-quantity) } : {}
  const moved = await db.update(
    'skus',
    { _id: skuId, [mark]: command.exists(false), ...hasEnough },
    { available: command.inc(quantity), [mark]: now },
  )
  if (moved > 0) {
    await markApplied(db, _id, now + UNFINISHED_MS)
    return { outcome: 'MOVED' }
  }
  return rejection(db, movement, now)
}

async function rejection(
  db: Database,
  { _id, skuId }: StockMovementDocument,
  now: Instant,
): Promise<MoveOutcome> {
  const fields = ['available', `moved.${_id}`]
  const [sku] = await db.find('skus', { where: { _id: skuId }, limit: 1, fields })
  if (sku?.moved?.[_id] !== undefined) {
    await markApplied(db, _id, now + UNFINISHED_MS)
    return { outcome: 'REPEATED' }
  }
  await refuse(db, _id)
  return sku ? { outcome: 'SHORT', available: sku.available } : { outcome: 'SKU_MISSING' }
}

const refuse = (db: Database, _id: string) =>
  db.update('stockMovements', { _id, state: 'booked' }, { state: 'refused', dueAt: null })

/** A new SKU, with the time and author of its opening movement. */
export type Opening = { sku: SkuDocument; at: Instant; by: string | null }

/**
 * Adds a SKU with its opening stock; `false` when its id is taken. The opening movement is written
 * before the SKU: without a SKU it has no effect, and the next attempt overwrites it.
 */
export async function openStock(db: Database, { sku, at, by }: Opening): Promise<boolean> {
  const { _id: skuId, productId, openingStock: quantity } = sku
  const kind = 'open' as const
  const line = movementDocument({ id: `open:${skuId}`, skuId, productId, kind, quantity, at, by })
  const { _id, ...fields } = line
  if (!(await db.addOnce('stockMovements', line))) {
    await db.update('stockMovements', { _id, state: command.neq('applied') }, fields)
  }
  const isNew = await db.addOnce('skus', sku)
  if (isNew) await markApplied(db, _id, null)
  return isNew
}

/** The id of the movement of a sale. */
export const saleId = (orderId: string, skuId: string): string => `sale:${orderId}:${skuId}`

type SoldLine = { skuId: string; productId: string; quantity: number; at: Instant }

const saleDocument = (orderId: string, { quantity, ...rest }: SoldLine): StockMovementDocument => {
  const id = saleId(orderId, rest.skuId)
  return movementDocument({ id, ...rest, orderId, kind: 'sale', quantity: -quantity })
}

/** Sells the held pieces of an order. `false` when they are sold already, or none are held. */
export async function recordSale(db: Database, orderId: string, line: SoldLine): Promise<boolean> {
  const written = await write(db, saleDocument(orderId, line))
  return written.state === 'applied' ? false : applySale(db, written)
}

/**
 * Sells the held pieces of an order's SKUs. The movements are written together and marked together;
 * if one was there, an earlier run had begun, and each is finished by itself.
 */
export async function recordSales(
  db: Database,
  orderId: string,
  lines: readonly SoldLine[],
): Promise<void> {
  const sales = lines.map((line) => saleDocument(orderId, line))
  if (!(await db.addAll('stockMovements', sales))) {
    await Promise.all(lines.map((line) => recordSale(db, orderId, line)))
    return
  }
  const pieces = sales.map(({ skuId, quantity }) => ({ skuId, quantity: -quantity }))
  await takeSold(db, orderId, pieces)
  const ids = sales.map(({ _id }) => _id)
  await db.update('stockMovements', { _id: command.in(ids) }, { state: 'applied', dueAt: null })
}

async function applySale(db: Database, sale: StockMovementDocument): Promise<boolean> {
  const { _id, skuId, orderId, quantity } = sale
  const sold = await takeSold(db, orderId ?? '', [{ skuId, quantity: -quantity }])
  // A paid order had its hold. If it has none now, an earlier run consumed it and crashed here.
  await markApplied(db, _id, null)
  return sold > 0
}

/** Returns pieces of an after-sale to the stock; idempotent per after-sale and SKU. */
export const returnToStock = (
  db: Database,
  back: SoldLine & { afterSaleId: string; by: string | null },
): Promise<MoveOutcome> =>
  moveStock(db, { ...back, id: `return:${back.afterSaleId}:${back.skuId}`, kind: 'return' })

/** Takes pieces out of the stock for an exchange; only available ones. */
export const exchangeFromStock = (
  db: Database,
  { quantity, ...out }: SoldLine & { afterSaleId: string; by: string | null },
): Promise<MoveOutcome> => {
  const id = `exchange:${out.afterSaleId}:${out.skuId}`
  return moveStock(db, { ...out, id, kind: 'exchange', quantity: -quantity })
}

/**
 * Finishes a movement after a crash: one that is not applied is applied, and the mark of an applied
 * one is removed from its SKU, since by now no run can try it again.
 */
export async function finishMovement(
  db: Database,
  movement: StockMovementDocument,
  now: Instant,
): Promise<void> {
  const { _id, kind, skuId, state } = movement
  if (state === 'booked') {
    if (kind === 'sale') await applySale(db, movement)
    else if (kind === 'open') await finishOpening(db, movement)
    else await apply(db, movement, now)
    return
  }
  await db.update('skus', { _id: skuId }, { [`moved.${_id}`]: command.remove() })
  await db.update('stockMovements', { _id }, { dueAt: null })
}

/** The quantity is the SKU's own opening stock; without a SKU the movement is refused. */
async function finishOpening(db: Database, { _id, skuId }: StockMovementDocument): Promise<void> {
  const sku = await db.get('skus', skuId)
  if (!sku) {
    await refuse(db, _id)
    return
  }
  await db.update('stockMovements', { _id }, { quantity: sku.openingStock })
  await markApplied(db, _id, null)
}
