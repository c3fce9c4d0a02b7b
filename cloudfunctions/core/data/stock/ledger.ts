import { command, type Database } from '@core/data/database'
import { toStored } from '@core/data/documents'
import { type StockMovement, UNFINISHED_MS } from '@core/domain/stock/stock'
import type { Instant } from '@core/kernel/calendar'
import type { SkuDocument, StockMovementDocument } from './documents'
import { takeSold } from './pieces'

/**
 * The ledger of stock. A movement is written first, takes effect by one conditional update on its
 * SKU, and is then marked. A sale needs its hold, which it takes away; any other movement leaves
 * its id on the SKU until the sweep has seen it marked. So each takes effect once, however often
 * it is tried, and no transaction ever waits for a SKU.
 */

/** What became of a movement. `REPEATED`: it had taken effect before. */
export type MoveOutcome =
  | { outcome: 'MOVED' | 'REPEATED' | 'SKU_MISSING' }
  /** More was to go than is there that nobody holds. */
  | { outcome: 'SHORT'; available: number }
  /** The id is another movement's. */
  | { outcome: 'ID_TAKEN' }

/** A movement to be made; what is not said it has not. */
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

/** The movement of that id as it was first written: this one, if it is new. */
async function write(
  db: Database,
  movement: StockMovementDocument,
): Promise<StockMovementDocument> {
  if (await db.addOnce('stockMovements', movement)) return movement
  const { _id, state, dueAt } = movement
  // One that was refused may be tried again, and is to be finished again if that is cut off.
  await db.update('stockMovements', { _id, state: 'refused' }, { state, dueAt })
  return (await db.get('stockMovements', _id)) ?? movement
}

const markApplied = (db: Database, _id: string, dueAt: Instant | null) =>
  db.update('stockMovements', { _id }, { state: 'applied', dueAt })

/** Moves the stock of a SKU and writes it into the ledger, once per id. */
export async function moveStock(db: Database, movement: Movement): Promise<MoveOutcome> {
  const wanted = movementDocument(movement)
  const written = await write(db, wanted)
  const isSame = written.skuId === wanted.skuId && written.quantity === wanted.quantity
  if (!isSame || written.kind !== wanted.kind) return { outcome: 'ID_TAKEN' }
  return written.state === 'applied' ? { outcome: 'REPEATED' } : apply(db, written, movement.at)
}

async function apply(db: Database, movement: StockMovementDocument, now: Instant): Promise<MoveOutcome> {
  const { _id, skuId, quantity } = movement
  const mark = `moved.${_id}`
  const isThere = quantity < 0 ? { available: command.gte(-quantity) } : {}
  const moved = await db.update(
    'skus',
    { _id: skuId, [mark]: command.exists(false), ...isThere },
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
  const sku = await db.get('skus', skuId)
  if (sku?.moved?.[_id] !== undefined) {
    await markApplied(db, _id, now + UNFINISHED_MS)
    return { outcome: 'REPEATED' }
  }
  await refuse(db, _id)
  return sku ? { outcome: 'SHORT', available: sku.available } : { outcome: 'SKU_MISSING' }
}

const refuse = (db: Database, _id: string) =>
  db.update('stockMovements', { _id, state: 'booked' }, { state: 'refused', dueAt: null })

/** A SKU as it is first saved, and the line of the ledger that its stock begins with. */
export type Opening = { sku: SkuDocument; at: Instant; by: string | null }

/**
 * Adds a SKU with its opening stock; `false` when its id is taken. The ledger's line is written
 * before: without its SKU it says nothing, and the next attempt writes it anew.
 */
export async function openStock(db: Database, { sku, at, by }: Opening): Promise<boolean> {
  const { _id: skuId, productId, openingStock: quantity } = sku
  const kind = 'open' as const
  const line = movementDocument({ id: `open:${skuId}`, skuId, productId, kind, quantity, at, by })
  const { _id, ...words } = line
  if (!(await db.addOnce('stockMovements', line))) {
    await db.update('stockMovements', { _id, state: command.neq('applied') }, words)
  }
  const isNew = await db.addOnce('skus', sku)
  if (isNew) await markApplied(db, _id, null)
  return isNew
}

/** The ledger's line of a sale. */
export const saleId = (orderId: string, skuId: string): string => `sale:${orderId}:${skuId}`

type SoldLine = { skuId: string; productId: string; quantity: number; at: Instant }

/** Sells what an order holds of a SKU. `false` when it is sold already, or nothing is held. */
export async function recordSale(db: Database, orderId: string, line: SoldLine): Promise<boolean> {
  const { quantity, ...rest } = line
  const id = saleId(orderId, line.skuId)
  const sale = movementDocument({ id, ...rest, orderId, kind: 'sale', quantity: -quantity })
  const written = await write(db, sale)
  return written.state === 'applied' ? false : applySale(db, written)
}

async function applySale(db: Database, sale: StockMovementDocument): Promise<boolean> {
  const { _id, skuId, orderId, quantity } = sale
  const sold = await takeSold(db, orderId ?? '', { skuId, quantity: -quantity })
  // A paid order had its hold. If it has none any more, an earlier run took it and died here.
  await markApplied(db, _id, null)
  return sold
}

/** What came back after a sale. The same return told twice is booked once. */
export const returnToStock = (
  db: Database,
  back: SoldLine & { afterSaleId: string; by: string | null },
): Promise<MoveOutcome> =>
  moveStock(db, { ...back, id: `return:${back.afterSaleId}:${back.skuId}`, kind: 'return' })

/** What goes out in exchange for something else: only what nobody holds can. */
export const exchangeFromStock = (
  db: Database,
  { quantity, ...out }: SoldLine & { afterSaleId: string; by: string | null },
): Promise<MoveOutcome> => {
  const id = `exchange:${out.afterSaleId}:${out.skuId}`
  return moveStock(db, { ...out, id, kind: 'exchange', quantity: -quantity })
}

/**
 * Finishes what an earlier run left: a movement that has not taken effect takes it, and the mark
 * of one that has is taken off its SKU, since no run can be under way that would try it again.
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

/** The SKU says what it opened with; without one, its line of the ledger says nothing. */
async function finishOpening(db: Database, { _id, skuId }: StockMovementDocument): Promise<void> {
  const sku = await db.get('skus', skuId)
  if (!sku) {
    await refuse(db, _id)
    return
  }
  await db.update('stockMovements', { _id }, { quantity: sku.openingStock })
  await markApplied(db, _id, null)
}
