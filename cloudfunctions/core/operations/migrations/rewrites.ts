import type { CollectionName } from '@core/data/documents'
import { rewriteDocument } from '@core/data/migrations/rewrite'
import {
  type StoredDocument,
  schemaVersionOf,
  storedVersionOf,
  type Upcasts,
} from '@core/data/schemas'
import type { SealedPart, SealedParts } from '@core/data/sealed'
import type { Context } from '@core/operations/context'

/** What the areas say about documents that earlier releases, keys or names made. */
export type Rewrites = {
  upcasts: Upcasts
  sealed: SealedParts
  migrations(ctx: Context): Promise<Migration[]>
}

/** What became of one document. */
type Rewritten = { isWritten: boolean; unreadable?: number }

/** A walk over a collection that rewrites what needs it; `rewrite` may be repeated. */
export type Migration = {
  name: string
  collection: CollectionName
  /** Names what the result depends on, such as keys; with other ones the walk begins again. */
  keys?: string
  fields?: readonly string[]
  rewrite(ctx: Context, stored: StoredDocument): Promise<Rewritten>
}

/** Lifts what earlier releases stored to the present schema version. */
export const liftingMigrations = (upcasts: Upcasts): Migration[] =>
  (Object.keys(upcasts) as CollectionName[]).map((collection) => {
    const version = schemaVersionOf(upcasts, collection)
    return {
      name: `${collection}:${version}`,
      collection,
      rewrite: async ({ db }, stored) => ({
        isWritten:
          storedVersionOf(stored) < version && (await rewriteDocument(db, collection, stored)),
      }),
    }
  })

/** Seals with the present keys what former ones sealed; nothing to do without former ones. */
export const sealingMigrations = ({ vault }: Context, sealed: SealedParts): Migration[] =>
  vault.isRotating
    ? (Object.entries(sealed) as [CollectionName, SealedPart][]).map(([collection, part]) => ({
        name: `${collection}:keys`,
        collection,
        keys: vault.presentKeys,
        fields: part.fields,
        rewrite: (ctx, stored) => sealAnew(ctx, { collection, part }, stored),
      }))
    : []

/** Times a document is read again; a customer changes theirs at most once in a few seconds. */
const ATTEMPTS = 3

type Sealing = { collection: CollectionName; part: SealedPart }

/**
 * Brings what depends on keys in a document under the present ones. A document that was changed
 * meanwhile is read again: it may be under a former key in part.
 */
export async function sealAnew(
  { db, vault }: Context,
  { collection, part }: Sealing,
  stored: StoredDocument,
): Promise<Rewritten> {
  const { fields } = part
  const where = { _id: stored._id }
  let found: StoredDocument | undefined = stored
  for (let attempt = 1; found && attempt <= ATTEMPTS; attempt += 1) {
    const { asRead, changes, unreadable } = part.reseal(vault, found)
    if (Object.keys(changes).length === 0) return { isWritten: false, unreadable }
    const written = await db.update(collection, { ...where, ...asRead }, changes)
    if (written > 0) return { isWritten: true, unreadable }
    found = (await db.findStored(collection, { where, limit: 1, fields }))[0]
  }
  if (found) throw new Error(`${collection}/${stored._id} changes too often to be sealed anew`)
  return { isWritten: false }
}
