import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import type { Instant } from '@core/kernel/calendar'
import { recordSale } from './ledger'
import { heldBy, type Pieces, stockDocumentOf, takeSold } from './pieces'

/**
 * Stock is the one hot document and never part of a transaction. Each step is one conditional
 * update, so that doing it twice does nothing, and what a crash leaves behind can be seen.
 *
 * The same order may be sent twice at once. Every attempt at placing it writes its name (`by`)
 * into the hold it takes or finds there, and an attempt that is refused takes its own name out;
 * only with the last name does the hold go. So no attempt can give back what another counts on.
 */

/**
 * Takes pieces for an order, in the name of one attempt at placing it. `true` also when the order
 * holds them already: the attempt then counts on them as well, and they are as fresh as its own.
 */
export async function hold(
  db: Database,
  orderId: string,
  pieces: Pieces & { at: Instant; by: string },
): Promise<boolean> {
  const { quantity: n, at, by } = pieces
  const { collection, _id } = stockDocumentOf(pieces)
  const path = `holds.${orderId}`
  const taken = await db.update(
    collection,
    {
      _id,
      ...(collection === 'skus' ? { isOnSale: true } : {}),
      available: command.gte(n),
      [path]: command.exists(false),
    },
    {
      available: command.inc(-n),
      heldPieces: command.inc(n),
      [path]: command.set({ n, at, by: [by] }),
    },
  )
  if (taken > 0) return true
  // An attempt that begins anew finds its own hold. It is named again, because what an update that
  // changes nothing answers is not known of the service; leaving takes out every mention.
  const adopted = await db.update(
    collection,
    { _id, [`${path}.n`]: n },
    { [`${path}.at`]: at, [`${path}.by`]: command.push([by]) },
  )
  return adopted > 0
}

/**
 * Which hold to give back: without anything said the order's, whoever counts on it; with `by`
 * only when no other attempt does; with `seenAt` only when no attempt came since.
 */
export type Release = Pieces & { by?: string; seenAt?: Instant }

/** Gives an order's pieces back. Nothing happens when it holds none. */
export async function release(db: Database, orderId: string, pieces: Release): Promise<boolean> {
  const { by, seenAt } = pieces
  const path = `holds.${orderId}`
  if (by === undefined) {
    return returnPieces(db, orderId, {
      pieces,
      only: seenAt === undefined ? {} : { [`${path}.at`]: seenAt },
    })
  }
  const alone = { pieces, only: { [`${path}.by`]: command.eq([by]) } }
  if (await returnPieces(db, orderId, alone)) return true
  const { collection, _id } = stockDocumentOf(pieces)
  const named = { _id, [`${path}.by`]: by }
  const left = await db.update(collection, named, { [`${path}.by`]: command.pull(by) })
  // The others may have left meanwhile, each of them in the belief that we were still there.
  const deserted = { pieces, only: { [`${path}.by`]: command.eq([]) } }
  return left > 0 && returnPieces(db, orderId, deserted)
}

async function returnPieces(
  db: Database,
  orderId: string,
  { pieces, only }: { pieces: Pieces; only: Conditions },
): Promise<boolean> {
  const changes = {
    available: command.inc(pieces.quantity),
    heldPieces: command.inc(-pieces.quantity),
    [`holds.${orderId}`]: command.remove(),
  }
  const { collection } = stockDocumentOf(pieces)
  return (await db.update(collection, { ...heldBy(orderId, pieces), ...only }, changes)) > 0
}

/** What a sale is about; `productId` and `at` are for the ledger. */
export type Sale = Pieces & { productId: string; at: Instant }

/**
 * The pieces an order holds are sold, and the ledger says so. Nothing happens when it holds none,
 * or when the ledger knows the sale.
 */
export async function sell(db: Database, orderId: string, sale: Sale): Promise<boolean> {
  // Of pieces set aside for a promotion the ledger does not speak: they are the SKU's own.
  if (sale.promotionId !== undefined) return takeSold(db, orderId, sale)
  return recordSale(db, orderId, sale)
}
