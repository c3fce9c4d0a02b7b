import type { CollectionName } from './documents'

/**
 * One declared index: `[path, direction]` in order; a path may be dotted and may lead into an
 * array.
 */
export type IndexSpec = {
  fields: readonly (readonly [path: string, direction: 'asc' | 'desc'])[]
  unique?: true
}

/**
 * A collection and its indexes, declared in `data/<area>/collections.ts`. The index of a list ends
 * in the field it is sorted by and in `_id`, so that a page is a range.
 */
export type CollectionSpec = { name: CollectionName; indexes: readonly IndexSpec[] }

type Field = IndexSpec['fields'][number]

/** An ascending field of an index. */
export const up = (path: string): Field => [path, 'asc']

/** A descending field of an index. */
export const down = (path: string): Field => [path, 'desc']

/** An index over fields, in this order. */
export const index = (...fields: Field[]): IndexSpec => ({ fields })
