import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const MEMBERS_COLLECTIONS = [
  /** `wx:<openid>` → memberId. */
  { name: 'identities', size: { largest: 300 }, indexes: [index(up('memberId'))] },
  {
    name: 'members',
    /** What grows with a customer's history lies elsewhere. */
    size: {
      largest: 10_000,
      fields: {
        consent: 300,
        contact: 4_500,
        facts: 1_200,
        lifecycle: 1_200,
        'lifecycle.gapDays': 100,
        points: 200,
        profile: 4_000,
        tier: 200,
      },
    },
    indexes: [
      index(up('reviewOn'), up('_id')),
      index(up('source'), up('reviewOn'), up('_id')),
      index(up('source'), up('_id')),
      index(down('facts.lastInteractionAt'), down('_id')),
      index(up('lifecycle.stage'), down('facts.lastInteractionAt'), down('_id')),
      index(up('lifecycle.recency'), down('facts.lastInteractionAt'), down('_id')),
      index(up('tier.tier'), down('facts.lastInteractionAt'), down('_id')),
      index(up('profile.channel'), down('facts.lastInteractionAt'), down('_id')),
      index(up('profile.searchNames')),
      index(up('contact.phoneHash')),
      index(up('contact.receiverHashes')),
      index(up('lifecycle.gapDays')),
    ],
  },
  { name: 'consents', indexes: [index(up('memberId'), down('at'))] },
  {
    name: 'events',
    /** A reading speaks for as many as 104 tags. */
    size: { largest: 9_000, fields: { tags: 7_100, transitions: 1_000, word: 110 } },
    indexes: [
      index(up('memberId'), down('at'), down('_id')),
      index(up('memberId'), up('hasTransitions'), down('at'), down('_id')),
    ],
  },
] as const satisfies readonly CollectionSpec[]
