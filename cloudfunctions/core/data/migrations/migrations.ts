import { command, type Database, outside } from '@core/data/database'
import type { CollectionName } from '@core/data/documents'
import type { MigrationState } from './documents'

/** When a migration is taken, and until when others cannot take it. */
type Lease = { now: number; until: number }

/**
 * Takes a migration under a lease: begins it, or goes on where the last run stopped. `null` when it
 * is done or another run holds the lease.
 */
export async function takeMigration(
  db: Database,
  _id: string,
  { now, until }: Lease,
): Promise<MigrationState | null> {
  const known = await db.get('migrations', _id)
  if (known?.isDone) return null
  const fresh = { _id, isDone: false, cursor: '', leaseUntil: until, read: 0, written: 0 }
  if (!known && (await db.addOnce('migrations', fresh))) return fresh
  const isFree = { _id, isDone: false, leaseUntil: outside(now, until) }
  const taken = await db.update('migrations', isFree, { leaseUntil: until })
  return taken > 0 ? db.get('migrations', _id) : null
}

/** The next documents of a collection after the cursor, as they are stored. */
export const nextStored = (
  db: Database,
  collection: CollectionName,
  page: { cursor: string; limit: number },
) =>
  db.findStored(collection, {
    where: { _id: command.gt(page.cursor) },
    orderBy: [['_id', 'asc']],
    limit: page.limit,
  })
