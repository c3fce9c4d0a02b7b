import type { Instant } from '../domain/calendar'
import { command, type Database } from './database'

/**
 * Stock is the one hot document and never part of a transaction. Each step is one conditional
 * update, so that doing it twice does nothing, and what a crash leaves behind can be seen.
 */
export type HoldLine = { skuId: string; quantity: number }

/** Takes pieces of a SKU for an order. `true` also when this order holds them already. */
export async function hold(
  db: Database,
  orderId: string,
  line: HoldLine & { at: Instant },
): Promise<boolean> {
  const path = `holds.${orderId}`
  const { skuId, quantity: n, at } = line
  const taken = await db.update(
    'skus',
    { _id: skuId, isOnSale: true, available: command.gte(n), [path]: command.exists(false) },
    { available: command.inc(-n), [path]: command.set({ n, at }), heldPieces: command.inc(n) },
  )
  if (taken > 0) return true
  return (await db.count('skus', { _id: skuId, [`${path}.n`]: n })) > 0
}

/** Gives an order's pieces back. Nothing happens when it holds none. */
export const release = async (db: Database, orderId: string, line: HoldLine): Promise<boolean> =>
  (await db.update('skus', heldBy(orderId, line), {
    available: command.inc(line.quantity),
    heldPieces: command.inc(-line.quantity),
    [`holds.${orderId}`]: command.remove(),
  })) > 0

/** The pieces an order holds are sold. Nothing happens when it holds none. */
export const sell = async (db: Database, orderId: string, line: HoldLine): Promise<boolean> =>
  (await db.update('skus', heldBy(orderId, line), {
    sold: command.inc(line.quantity),
    heldPieces: command.inc(-line.quantity),
    [`holds.${orderId}`]: command.remove(),
  })) > 0

const heldBy = (orderId: string, { skuId, quantity }: HoldLine) => ({
  _id: skuId,
  [`holds.${orderId}.n`]: quantity,
})
