import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { UNFINISHED_MS } from '@core/domain/stock/stock'
import type { Instant } from '@core/kernel/calendar'
import { ATTEMPTS_MAX, HOLDS_READ_MAX } from '@core/kernel/limits'
import type { StoredHold } from './documents'
import { recordSale, recordSales } from './ledger'
import { heldBy, type Pieces, stockDocumentOf, takeSold } from './pieces'

/**
 * Stock documents are written by many orders concurrently and never in a transaction. Each step is
 * one idempotent conditional update, and the sweep can recognise what a crash leaves behind.
 *
 * The same order may be sent twice concurrently. Each attempt to place it adds its id (`by`) to the
 * hold, and an attempt that fails removes its own id; the hold is released with the last id. So no
 * attempt can release pieces that another one relies on.
 */

/**
 * Holds pieces for an order, on behalf of one attempt at placing it. `true` also when the order
 * holds them already: the attempt then shares the hold and renews its time.
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
  // A retried attempt finds its own hold. Its id is pushed again, because the service does not
  // document what an update without any change returns; releasing removes every occurrence.
  const adopted = await db.update(
    collection,
    { _id, [`${path}.n`]: n },
    { [`${path}.at`]: at, [`${path}.by`]: pushed(by) },
  )
  return adopted > 0
}

/** Adds an attempt to those that share a hold. */
const pushed = (by: string) => command.push({ each: [by], slice: -ATTEMPTS_MAX })

/** The pieces that an order holds of some stock documents, by their ids. */
export async function heldFor(
  db: Database,
  orderId: string,
  { collection, ids }: { collection: 'skus' | 'activityStock'; ids: readonly string[] },
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const path = `holds.${orderId}`
  const found = await db.find(collection, {
    where: { _id: command.in([...ids]), [path]: command.exists(true) },
    limit: ids.length,
    fields: [path],
  })
  return new Map(found.map(({ _id, holds }) => [_id, holds?.[orderId]?.n ?? 0]))
}

/** A hold and the order that has it. */
export type OrderHold = [orderId: string, hold: StoredHold]

/** Bytes of one hold: its order's id and `ATTEMPTS_MAX` ids of attempts. */
const HOLD_BYTES = 500

/**
 * The holds of one stock document that are older than an order being placed, or dated in the
 * future; of more than `HOLDS_READ_MAX`, some. The database picks them out: a SKU that sells
 * quickly has thousands of others.
 */
export async function oldHolds(
  db: Database,
  { collection, _id }: { collection: 'skus' | 'activityStock'; _id: string },
  now: Instant,
): Promise<OrderHold[]> {
  const { aggregate: $ } = command
  const all = $.objectToArray($.ifNull(['$holds', {}]))
  const isOld = $.or([
    $.lte(['$$one.v.at', now - UNFINISHED_MS]),
    $.gte(['$$one.v.at', now + UNFINISHED_MS]),
  ])
  const old = $.filter({ input: all, as: 'one', cond: isOld })
  const [found] = await db.aggregate<{ old: { k: string; v: StoredHold }[] }>(
    collection,
    [
      ['match', { _id }],
      ['project', { old: $.slice([old, HOLDS_READ_MAX]) }],
    ],
    { limit: 1, rowBytes: HOLDS_READ_MAX * HOLD_BYTES },
  )
  return (found?.old ?? []).map(({ k, v }) => [k, v])
}

/**
 * Which hold to release. With `by`: only when no other attempt shares it; with `seenAt`: only when
 * no attempt has renewed it since.
 */
export type Release = Pieces & { by?: string; seenAt?: Instant }

/** Releases an order's pieces; does nothing when it holds none. */
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
  const removed = await db.update(collection, named, { [`${path}.by`]: command.pull(by) })
  // The other attempts may have removed their ids meanwhile and left the hold to this one.
  const abandoned = { pieces, only: { [`${path}.by`]: command.eq([]) } }
  return removed > 0 && returnPieces(db, orderId, abandoned)
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

/** Pieces sold; `productId` and `at` are for the ledger. */
export type Sale = Pieces & { productId: string; at: Instant }

/**
 * Sells what an order holds, in three rounds for all of it; pieces that are sold already, or that
 * are not held, are passed over.
 */
export async function sellAll(
  db: Database,
  orderId: string,
  sales: readonly Sale[],
): Promise<void> {
  const reserved = sales.filter(({ promotionId }) => promotionId !== undefined)
  const own = sales.filter(({ promotionId }) => promotionId === undefined)
  await Promise.all([
    recordSales(db, orderId, own),
    ...reserved.map((sale) => takeSold(db, orderId, sale)),
  ])
}

/**
 * Turns the held pieces of an order into a sale and records it in the ledger. Does nothing when the
 * order holds none, or when the ledger has the sale already.
 */
export async function sell(db: Database, orderId: string, sale: Sale): Promise<boolean> {
  // Pieces reserved for a promotion are also held on their SKU; the ledger records only those.
  if (sale.promotionId !== undefined) return takeSold(db, orderId, sale)
  return recordSale(db, orderId, sale)
}
