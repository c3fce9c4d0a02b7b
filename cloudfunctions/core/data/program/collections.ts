import { type CollectionSpec } from '@core/data/collections'

export const PROGRAM_COLLECTIONS = [
  /** Single documents: the programme's shop-wide figures. */ { name: 'settings', indexes: [] },
] as const satisfies readonly CollectionSpec[]
