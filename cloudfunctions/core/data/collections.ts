import type { CollectionName } from './documents'

/**
 * A declared index: `[path, direction]` in order; a path may be dotted and may point into an array.
 */
export type IndexSpec = {
  fields: readonly (readonly [path: string, direction: 'asc' | 'desc'])[]
  unique?: true
}

/**
 * How large documents may become, in bytes of their JSON: computed from the limits of what they
 * are made of, and checked with every write of a whole document.
 */
export type DocumentSize = {
  /** A whole read, without growing fields. */
  largest: number
  /** Fields above `FIELD_BYTES` (`sizes.ts`), by path; `holds.*` is any one field below `holds`. */
  fields?: Readonly<Record<string, number>>
  /** Of single documents: what those may become that are larger than `largest`. */
  byId?: Readonly<Record<string, number>>
}

/**
 * A collection and its indexes, declared in `data/<area>/collections.ts`. The index of a list ends
 * in the field it is sorted by and in `_id`, so that a page is a range.
 */
export type CollectionSpec = {
  name: CollectionName
  indexes: readonly IndexSpec[]
  /**
   * Fields that grow with the number of orders. A read of whole documents leaves them out, so that
   * its size is bounded; whoever needs one names it, or a part of it, among the fields.
   */
  growing?: readonly string[]
  /**
   * A write here may leave something that another area's sweep, or the delivery of messages, has to
   * finish. The collections of an area with a sweep of its own need not say so.
   */
  wakesTimers?: true
  /** How large its documents may become; small ones need no word of it. */
  size?: DocumentSize
}

type Field = IndexSpec['fields'][number]

export const up = (path: string): Field => [path, 'asc']

export const down = (path: string): Field => [path, 'desc']

export const index = (...fields: Field[]): IndexSpec => ({ fields })
