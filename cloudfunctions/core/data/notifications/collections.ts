import { type CollectionSpec } from '@core/data/collections'

export const NOTIFICATIONS_COLLECTIONS = [
  /** How many notifications of each kind a member allows; `_id` is the memberId. */
  { name: 'messageGrants', indexes: [] },
] as const satisfies readonly CollectionSpec[]
