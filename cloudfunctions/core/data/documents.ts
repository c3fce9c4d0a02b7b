/** A stored value: its id is `_id`. Of a union, each member by itself. */
export type Stored<T extends { id: string }> = T extends unknown
  ? Omit<T, 'id'> & { _id: string }
  : never

/** The value in a document that holds nothing else. */
export function fromStored<T extends { id: string }>(document: Stored<T>): T {
  const { _id, ...rest } = document as { _id: string }
  return { id: _id, ...rest } as unknown as T
}

/** The document of a value. */
export function toStored<T extends { id: string }>(value: T): Stored<T> {
  const { id, ...rest } = value
  return { _id: id, ...rest } as unknown as Stored<T>
}

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
