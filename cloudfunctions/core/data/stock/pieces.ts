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

/** Pieces whose stock documents are changed alike, by one update. */
export type AlikePieces = {
  collection: 'skus' | 'activityStock'
  ids: string[]
  quantity: number
  pieces: Pieces[]
}

/** Groups pieces by collection and quantity: an order of fifty single pieces is one group. */
export function groupAlike(pieces: readonly Pieces[]): AlikePieces[] {
  const groups = new Map<string, AlikePieces>()
  for (const one of pieces) {
    const { quantity } = one
    const { collection, _id } = stockDocumentOf(one)
    const key = `${collection} ${quantity}`
    const group = groups.get(key) ?? { collection, ids: [], quantity, pieces: [] }
    group.ids.push(_id)
    group.pieces.push(one)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The condition that an order holds exactly these pieces. */
export const heldBy = (
  orderId: string,
  { ids, quantity }: Pick<AlikePieces, 'ids' | 'quantity'>,
): Conditions => ({
  _id: command.in(ids),
  [`holds.${orderId}.n`]: quantity,
})

/**
 * Turns held pieces into sold ones; those that the order does not hold are passed over. Returns how
 * many stock documents were changed.
 */
export async function takeSold(
  db: Database,
  orderId: string,
  pieces: readonly Pieces[],
): Promise<number> {
  const changed = await Promise.all(
    groupAlike(pieces).map((group) =>
      db.update(group.collection, heldBy(orderId, group), {
        sold: command.inc(group.quantity),
        heldPieces: command.inc(-group.quantity),
        [`holds.${orderId}`]: command.remove(),
        ...(group.collection === 'skus' ? { isSoldStale: true } : {}),
      }),
    ),
  )
  return changed.reduce((all, one) => all + one, 0)
}
