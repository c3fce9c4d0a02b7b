import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const SERVICE_COLLECTIONS = [
  {
    name: 'tickets',
    /** 60 messages of 500 characters and three pictures. */
    size: { largest: 170_000, fields: { messages: 168_000, about: 350, title: 200, excerpt: 200 } },
    indexes: [
      index(up('memberId'), down('updatedAt'), down('_id')),
      index(up('memberId'), up('state')),
      index(up('memberId'), up('isUnread')),
      index(up('memberId'), up('channel'), down('updatedAt')),
      index(up('state'), up('dueAt'), up('_id')),
      index(up('state'), down('updatedAt'), down('_id')),
      index(up('openedAt')),
    ],
  },
  {
    name: 'faq',
    size: { largest: 3_500, fields: { alike: 1_100, answer: 1_600, question: 140 } },
    indexes: [index(up('sort'))],
  },
  /** `_id` is the day: questions asked, and those the FAQ answered. */
  { name: 'faqDays', size: { largest: 200 }, indexes: [] },
] as const satisfies readonly CollectionSpec[]
