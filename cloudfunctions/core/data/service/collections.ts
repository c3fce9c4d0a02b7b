import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const SERVICE_COLLECTIONS = [
  {
    name: 'tickets',
    indexes: [
      index(up('memberId'), down('updatedAt'), down('_id')),
      index(up('memberId'), up('state')),
      index(up('memberId'), up('channel'), down('updatedAt')),
      index(up('state'), up('dueAt'), up('_id')),
      index(up('state'), down('updatedAt'), down('_id')),
      index(up('openedAt')),
    ],
  },
  { name: 'faq', indexes: [index(up('sort'))] },
  /** `_id` is the day: questions asked, and those the FAQ answered. */
  { name: 'faqDays', indexes: [] },
] as const satisfies readonly CollectionSpec[]
