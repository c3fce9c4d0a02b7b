import type { CollectionSpec } from '@core/data/collections'

export const MIGRATIONS_COLLECTIONS = [
  { name: 'migrations', indexes: [] },
] as const satisfies readonly CollectionSpec[]
