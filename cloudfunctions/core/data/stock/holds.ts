import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { UNFINISHED_MS } from '@core/domain/stock/stock'
import type { Instant } from '@core/kernel/calendar'
import { ATTEMPTS_MAX, HOLDS_READ_MAX } from '@core/kernel/limits'
import type { StoredHold } from './documents'
import { recordSale, recordSales } from './ledger'
import {
  type AlikePieces,
  groupAlike,
  heldBy,
  type Pieces,
  stockDocumentOf,
  takeSold,
} from './pieces'

/**
 * Stock documents are written by many orders concurrently and never in a transaction. Each step is
 * one idempotent conditional update, and the sweep can recognise what a crash leaves behind.
 *
 * The same order may be sent twice concurrently. Each attempt to place it adds its id (`by`) to the
 * hold, and an attempt that fails removes its own id; the hold is released with the last id. So no
 * attempt can release pieces that another one relies on.
 */

/** Holds of an attempt at placing an order: what, since when, and the attempt's id. */
type Wanted = { pieces: readonly Pieces[]; at: Instant; by: string }

/**
 * Holds all pieces of an order, on behalf of one attempt at placing it; returns those that could
 * not be held. What the order holds already is shared with the attempt, and its time renewed.
 */
export async function holdAll(
  db: Database,
  orderId: string,
  { pieces, ...attempt }: Wanted,
): Promise<Pieces[]> {
  const missing = groupAlike(pieces).map(async (group) => {
    const taken = await take(db, orderId, { ...group, ...attempt })
    if (taken === group.ids.length) return []
    // The update does not say which it passed over. One by one, those just taken are adopted.
    const held = await Promise.all(
      group.pieces.map((one) => hold(db, orderId, { ...one, ...attempt })),
    )
    return group.pieces.filter((_, at) => !held[at])
  })
  const missed = new Set((await Promise.all(missing)).flat())
  return pieces.filter((one) => missed.has(one))
}

type Taking = Pick<AlikePieces, 'collection' | 'ids' | 'quantity'> & { at: Instant; by: string }

/** Holds what is available and not held yet; returns of how many stock documents. */
const take = (
  db: Database,
  orderId: string,
  { collection, ids, quantity: n, at, by }: Taking,
): Promise<number> =>
  db.update(
    collection,
    {
      _id: command.in(ids),
      ...(collection === 'skus' ? { isOnSale: true } : {}),
      available: command.gte(n),
      [`holds.${orderId}`]: command.exists(false),
    },
    {
      available: command.inc(-n),
      heldPieces: command.inc(n),
      [`holds.${orderId}`]: command.set({ n, at, by: [by] }),
    },
  )

/**
 * Holds pieces of one stock document; `true` also when the order holds them already: the attempt
 * then shares the hold and renews its time.
 */
async function hold(
  db: Database,
  orderId: string,
  pieces: Pieces & { at: Instant; by: string },
): Promise<boolean> {
  const { quantity: n, at, by } = pieces
  const { collection, _id } = stockDocumentOf(pieces)
  const taken = await take(db, orderId, { collection, ids: [_id], quantity: n, at, by })
  if (taken > 0) return true
  const path = `holds.${orderId}`
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

/** Releases all pieces that an order holds of these. */
export async function releaseAll(
  db: Database,
  orderId: string,
  pieces: readonly Pieces[],
): Promise<void> {
  await Promise.all(
    groupAlike(pieces).map((group) => returnPieces(db, orderId, { group, only: {} })),
  )
}

/** Releases an order's pieces; does nothing when it holds none. */
export async function release(db: Database, orderId: string, pieces: Release): Promise<boolean> {
  const { by, seenAt } = pieces
  const path = `holds.${orderId}`
  const { collection, _id } = stockDocumentOf(pieces)
  const group = { collection, ids: [_id], quantity: pieces.quantity }
  if (by === undefined) {
    return returnPieces(db, orderId, {
      group,
      only: seenAt === undefined ? {} : { [`${path}.at`]: seenAt },
    })
  }
  const alone = { group, only: { [`${path}.by`]: command.eq([by]) } }
  if (await returnPieces(db, orderId, alone)) return true
  const named = { _id, [`${path}.by`]: by }
  const removed = await db.update(collection, named, { [`${path}.by`]: command.pull(by) })
  // The other attempts may have removed their ids meanwhile and left the hold to this one.
  const abandoned = { group, only: { [`${path}.by`]: command.eq([]) } }
  return removed > 0 && returnPieces(db, orderId, abandoned)
}

type Returning = { group: Pick<AlikePieces, 'collection' | 'ids' | 'quantity'>; only: Conditions }

async function returnPieces(
  db: Database,
  orderId: string,
  { group, only }: Returning,
): Promise<boolean> {
  const { collection, quantity } = group
  const changes = {
    available: command.inc(quantity),
    heldPieces: command.inc(-quantity),
    [`holds.${orderId}`]: command.remove(),
  }
  return (await db.update(collection, { ...heldBy(orderId, group), ...only }, changes)) > 0
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
  await Promise.all([recordSales(db, orderId, own), takeSold(db, orderId, reserved)])
}

/**
 * Turns the held pieces of an order into a sale and records it in the ledger. Does nothing when the
 * order holds none, or when the ledger has the sale already.
 */
export async function sell(db: Database, orderId: string, sale: Sale): Promise<boolean> {
  // Pieces reserved for a promotion are also held on their SKU; the ledger records only those.
  if (sale.promotionId !== undefined) return (await takeSold(db, orderId, [sale])) > 0
  return recordSale(db, orderId, sale)
}
