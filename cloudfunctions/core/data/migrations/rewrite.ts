import { command, type Database } from '@core/data/database'
import type { CollectionName } from '@core/data/documents'
import { type StoredDocument, stamped, upcast } from '@core/data/schemas'

/**
 * Rewrites a stored document in the present schema version; `false` when it was changed since it
 * was read. A document that may change must count its writes in `version`.
 */
export async function rewriteDocument(
  db: Database,
  collection: CollectionName,
  stored: StoredDocument,
): Promise<boolean> {
  const { _id, ...lifted } = upcast(db.upcasts, collection, stored)
  const { schemaVersion, version } = stored
  const asRead = {
    _id,
    schemaVersion: schemaVersion === undefined ? command.exists(false) : schemaVersion,
    ...(version === undefined ? {} : { version }),
  }
  const changes = Object.entries(stamped(db.upcasts, collection, lifted)).map(
    ([field, value]) => [field, command.set(value)] as const,
  )
  const gone = Object.keys(stored).filter((field) => field !== '_id' && !(field in lifted))
  const removals = gone
    .filter((field) => field !== 'schemaVersion')
    .map((field) => [field, command.remove()] as const)
  const update = Object.fromEntries<unknown>([...changes, ...removals])
  return (await db.update(collection, asRead, update)) > 0
}
