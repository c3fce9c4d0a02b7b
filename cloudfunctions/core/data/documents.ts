/** A stored value: its id is `_id`. */
export type Stored<T extends { id: string }> = Omit<T, 'id'> & { _id: string }

/** Ciphertext of a JSON value, as `data/vault.ts` makes it. */
export type Sealed = string

/**
 * What each collection holds. Every area adds its own collections in `data/<area>/documents.ts` by
 * declaration merging, so no file lists them all.
 */
export interface Documents {}

/** The name of a collection. */
export type CollectionName = keyof Documents & string

/** The document type of a collection. */
export type DocumentOf<C extends CollectionName> = Documents[C]
