import { type CollectionSpec, index, up } from '@core/data/collections'

export const OUTBOX_COLLECTIONS = [
  /** Messages to other systems, each to be delivered once. */
  {
    name: 'outbox',
    wakesTimers: true,
    /** What a refund gives back: 100 kinds of pieces. */
    size: { largest: 24_000, fields: { _id: 220, handled: 900, lastError: 620, pieces: 22_000 } },
    indexes: [
      index(up('state'), up('dueAt'), up('_id')),
      index(up('kind'), up('state'), up('dueAt'), up('_id')),
      index(up('kind'), up('postedAt'), up('_id')),
    ],
  },
] as const satisfies readonly CollectionSpec[]
