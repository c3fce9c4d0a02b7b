import { type CollectionSpec } from '@core/data/collections'
import { PROMOTIONS_BYTES_MAX } from '@core/kernel/limits'

export const PROGRAM_COLLECTIONS = [
  /** Single documents: the programme's shop-wide figures. */
  {
    name: 'settings',
    size: {
      largest: 12_000,
      byId: { promotions: PROMOTIONS_BYTES_MAX + 1_000, brands: 40_000 },
    },
    indexes: [],
  },
] as const satisfies readonly CollectionSpec[]
