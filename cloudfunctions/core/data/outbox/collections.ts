import { type CollectionSpec, index, up } from '@core/data/collections'

export const OUTBOX_COLLECTIONS = [
  /** What must be told to the world outside, once. */
  { name: 'outbox', indexes: [index(up('state'), up('dueAt'), up('_id'))] },
] as const satisfies readonly CollectionSpec[]
