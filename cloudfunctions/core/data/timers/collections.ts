import type { CollectionSpec } from '@core/data/collections'

export const TIMERS_COLLECTIONS = [
  /** One document, which tells a timer whether there can be anything to do. */
  { name: 'timers', indexes: [] },
] as const satisfies readonly CollectionSpec[]
