import { type CollectionSpec } from '@core/data/collections'

export const NOTIFICATIONS_COLLECTIONS = [
  /** How many notifications of each kind a member allows; `_id` is the memberId. */
  {
    name: 'messageGrants',
    size: { largest: 1_000, fields: { recent: 400, counts: 200 } },
    indexes: [],
  },
] as const satisfies readonly CollectionSpec[]
