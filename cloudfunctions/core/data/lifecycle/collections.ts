import { type CollectionSpec } from '@core/data/collections'

export const LIFECYCLE_COLLECTIONS = [
  { name: 'sweepRuns', indexes: [] },
] as const satisfies readonly CollectionSpec[]
