import { command, type Database, outside } from '@core/data/database'
import type { CollectionName } from '@core/data/documents'
import type { MigrationState } from './documents'

/** When a migration is taken, and until when others cannot take it. */
type Lease = { now: number; until: number }

/** A migration; one that depends on keys begins again when they are others. */
type Taken = { _id: string; keys?: string }

/**
 * Takes a migration under a lease: begins it, or goes on where the last run stopped. `null` when it
 * is done or another run holds the lease.
 */
export async function takeMigration(
  db: Database,
  { _id, keys }: Taken,
  { now, until }: Lease,
): Promise<MigrationState | null> {
  const known = await db.get('migrations', _id)
  const isOther = known !== null && known.keys !== keys
  if (known?.isDone && !isOther) return null
  const start = { isDone: false, cursor: '', leaseUntil: until, read: 0, written: 0 }
  const begun = keys === undefined ? start : { ...start, keys, unreadable: 0 }
  if (!known && (await db.addOnce('migrations', { _id, ...begun }))) return { _id, ...begun }
  const isFree = { _id, leaseUntil: outside(now, until) }
  const taken = isOther
    ? await db.update('migrations', { ...isFree, keys: known.keys ?? null }, begun)
    : await db.update('migrations', { ...isFree, isDone: false }, { leaseUntil: until })
  return taken > 0 ? db.get('migrations', _id) : null
}

/** Where to go on, how far, and which fields to read: all of them when none are named. */
type StoredPage = { cursor: string; limit: number; fields?: readonly string[] }

/** The next documents of a collection after the cursor, as they are stored. */
export const nextStored = (
  db: Database,
  collection: CollectionName,
  { cursor, limit, fields }: StoredPage,
) =>
  db.findStored(collection, {
    where: { _id: command.gt(cursor) },
    orderBy: [['_id', 'asc']],
    limit,
    ...(fields && { fields }),
  })
