import type { CollectionName } from './documents'

/** A document as the database holds it: of any version, and with nothing known of its fields. */
export type StoredDocument = { readonly _id: string; readonly [field: string]: unknown }

/** Lifts a document from one schema version to the next. Pure; never changes the id. */
export type Upcast = (document: StoredDocument) => StoredDocument

/** Of a collection the upcasts from version 1 to 2, from 2 to 3, and so on; none: still at 1. */
export type Upcasts = { readonly [C in CollectionName]?: readonly Upcast[] }

/** Documents without a version were written before versions were kept: they are of version 1. */
const FIRST_VERSION = 1

/** The version of the documents that this release writes. */
export const schemaVersionOf = (upcasts: Upcasts, collection: CollectionName): number =>
  FIRST_VERSION + (upcasts[collection]?.length ?? 0)

/** The version a stored document was written in. */
export const storedVersionOf = ({ schemaVersion }: StoredDocument): number =>
  typeof schemaVersion === 'number' ? schemaVersion : FIRST_VERSION

/** A document with the version of this release, as it is written. */
export const stamped = <T extends object>(
  upcasts: Upcasts,
  collection: CollectionName,
  document: T,
): T & { schemaVersion: number } => ({
  ...document,
  schemaVersion: schemaVersionOf(upcasts, collection),
})

/**
 * A stored document as this release writes it, without the version, which is the data layer's own.
 * A document of a later release (after a rollback) is left as it is.
 */
export function upcast(
  upcasts: Upcasts,
  collection: CollectionName,
  stored: StoredDocument,
): StoredDocument {
  const missing = upcasts[collection]?.slice(storedVersionOf(stored) - FIRST_VERSION) ?? []
  const { schemaVersion: _version, ...document } = missing.reduce(
    (older, lift) => lift(older),
    stored,
  )
  return document
}
