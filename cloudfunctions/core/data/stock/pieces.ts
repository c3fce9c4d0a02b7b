import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { promotionStockId } from '@core/domain/stock/stock'

/** Pieces of a SKU; with `promotionId`, of those reserved for that promotion. */
export type Pieces = { skuId: string; quantity: number; promotionId?: string }

/** The document that has the stock of the pieces. */
export const stockDocumentOf = ({ skuId, promotionId }: Pieces) =>
  promotionId === undefined
    ? ({ collection: 'skus', _id: skuId } as const)
    : ({ collection: 'activityStock', _id: promotionStockId(promotionId, skuId) } as const)

/** The condition that an order holds exactly these pieces. */
export const heldBy = (orderId: string, pieces: Pieces): Conditions => ({
  _id: stockDocumentOf(pieces)._id,
  [`holds.${orderId}.n`]: pieces.quantity,
})

/** Turns held pieces into sold ones. `false` when the order holds none. */
export async function takeSold(db: Database, orderId: string, pieces: Pieces): Promise<boolean> {
  const { collection } = stockDocumentOf(pieces)
  const changed = await db.update(collection, heldBy(orderId, pieces), {
    sold: command.inc(pieces.quantity),
    heldPieces: command.inc(-pieces.quantity),
    [`holds.${orderId}`]: command.remove(),
    ...(collection === 'skus' ? { isSoldStale: true } : {}),
  })
  return changed > 0
}
