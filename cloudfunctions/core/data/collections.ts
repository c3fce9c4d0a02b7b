/** One declared index: `[path, direction]` in order; a path may be dotted and may lead into an array. */
export type IndexSpec = {
  fields: readonly (readonly [path: string, direction: 'asc' | 'desc'])[]
  unique?: true
}
