import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const MEMBERS_COLLECTIONS = [
  /** `wx:<openid>` → memberId. */
  { name: 'identities', indexes: [index(up('memberId'))] },
  {
    name: 'members',
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
      index(up('lifecycle.gapDays')),
    ],
  },
  { name: 'consents', indexes: [index(up('memberId'), down('at'))] },
  {
    name: 'events',
    indexes: [
      index(up('memberId'), down('at'), down('_id')),
      index(up('memberId'), up('hasTransitions'), down('at'), down('_id')),
    ],
  },
] as const satisfies readonly CollectionSpec[]
