import { valuesAtPath } from './entries'
import { inverted, keyOf } from './key'
import type { Document } from './values'

/** A sort: paths in order of weight. */
export type Sort = readonly (readonly [path: string, direction: 1 | -1])[]

/** Reads `{ createdAt: -1, _id: 1 }`. */
export function sortOf(order: Document | undefined): Sort {
  return Object.entries(order ?? {}).map(([path, way]) => [path, Number(way) < 0 ? -1 : 1])
}

/**
 * The bytes by which a document is sorted. They are those of an index over the same fields, so
 * sorting in memory and walking an index give one order. An array counts by its least element, or
 * by its greatest when the direction is downward, as in MongoDB.
 */
export function sortKey(document: Document, sort: Sort): Buffer {
  return Buffer.concat(
    sort.map(([path, direction]) => {
      const keys = valuesAtPath(document, path).values.map((value) => keyOf(value))
      const ordered = direction === 1 ? keys : keys.map(inverted)
      return ordered.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least))
    }),
  )
}

/** Sorts stably; the input keeps its order. */
export function sorted<T>(items: readonly T[], documentOf: (item: T) => Document, sort: Sort): T[] {
  return items
    .map((item) => ({ item, key: sortKey(documentOf(item), sort) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ item }) => item)
}
