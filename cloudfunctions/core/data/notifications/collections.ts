import { type CollectionSpec } from '@core/data/collections'

export const NOTIFICATIONS_COLLECTIONS = [
  /** What members allow to be told: `_id` is the memberId. */
  { name: 'messageGrants', indexes: [] },
] as const satisfies readonly CollectionSpec[]
