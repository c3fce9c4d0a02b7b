import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import type { MemberDocument } from '@core/data/members/documents'
import { type DocumentPage, fromCursor, pageOf } from '@core/data/pages'
import type { Recency, Stage } from '@core/domain/lifecycle/status'
import type { Channel } from '@core/domain/members/facts'
import type { Tier } from '@core/domain/tiers/tier'
import { PAGE_SIZE } from '@core/kernel/limits'
import { queryTokens } from '@core/kernel/search-tokens'

/** Which customers the staff want to see. A phone is looked up by its keyed hash. */
export type CustomerFilter = {
  stage?: Stage
  recency?: Recency
  tier?: Tier
  channel?: Channel
  word?: string
  phoneHash?: string
  cursor?: string
}

const LAST_SEEN = 'facts.lastInteractionAt'

/** A page of customers, the latest to be seen first. */
export async function findCustomers(
  db: Database,
  { cursor, ...filter }: CustomerFilter,
): Promise<DocumentPage<MemberDocument>> {
  const conditions = conditionsOf(filter)
  if (!conditions) return { items: [], next: null }
  const read = await db.find('members', {
    where: fromCursor(conditions, { path: LAST_SEEN, direction: 'desc', cursor }),
    orderBy: [
      [LAST_SEEN, 'desc'],
      ['_id', 'desc'],
    ],
    limit: PAGE_SIZE + 1,
  })
  return pageOf(read, PAGE_SIZE, (one) => ({ at: one.facts.lastInteractionAt, id: one._id }))
}

/** `null` when the word has nothing in it that a name could be found by. */
function conditionsOf(filter: Omit<CustomerFilter, 'cursor'>): Conditions | null {
  const { stage, recency: recency, tier, channel, word, phoneHash } = filter
  const tokens = word && !phoneHash ? queryTokens(word) : []
  if (word && !phoneHash && tokens.length === 0) return null
  return {
    [LAST_SEEN]: command.gte(0),
    ...(stage ? { 'lifecycle.stage': stage } : {}),
    ...(recency ? { 'lifecycle.recency': recency } : {}),
    ...(tier ? { 'tier.tier': tier } : {}),
    ...(channel ? { channel } : {}),
    ...(phoneHash ? { phoneHash } : {}),
    ...(tokens.length > 0 ? { searchNames: command.all(tokens) } : {}),
  }
}

/** Customers counted by where they are. */
export type CustomerCount = {
  stage: Stage
  recency: Recency
  tier: Tier
  isMember: boolean
  customers: number
}

/** 5 stages × 4 recencies × 4 tiers × member or not. */
const GROUPS_MAX = 160

/** All customers, or those of one imported source, counted by stage, recency and tier. */
export async function countCustomers(db: Database, source?: string): Promise<CustomerCount[]> {
  const all = { [LAST_SEEN]: command.gte(0) }
  const isMember = command.aggregate.neq(['$joinedAt', null])
  const groups = await db.aggregate<{
    _id: Omit<CustomerCount, 'customers'>
    customers: number
  }>(
    'members',
    [
      ['match', source === undefined ? all : { source }],
      [
        'group',
        {
          _id: {
            stage: '$lifecycle.stage',
            recency: '$lifecycle.recency',
            tier: '$tier.tier',
            isMember,
          },
          customers: command.aggregate.sum(1),
        },
      ],
    ],
    GROUPS_MAX,
  )
  return groups.map(({ _id, customers }) => ({ ..._id, customers }))
}
