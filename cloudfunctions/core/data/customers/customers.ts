import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { LIFECYCLE_PATHS } from '@core/data/lifecycle/member-section'
import type { MemberDocument } from '@core/data/members/documents'
import { MEMBER_PATHS } from '@core/data/members/member-section'
import { type DocumentPage, findPage } from '@core/data/pages'
import { TIER_PATH } from '@core/data/tiers/member-section'
import type { Channel } from '@core/domain/members/facts'
import type { Recency, Stage, Tier } from '@core/domain/members/sections'
import { queryTokens } from '@core/kernel/search-tokens'

/** Which customers the staff want to see. A phone is looked up by its keyed hashes. */
export type CustomerFilter = {
  stage?: Stage
  recency?: Recency
  tier?: Tier
  channel?: Channel
  word?: string
  phoneHashes?: string[]
  /** Of the names and numbers that orders went to. */
  receiverHashes?: string[]
  cursor?: string | undefined
}

const LAST_SEEN = MEMBER_PATHS.lastInteractionAt

/** A page of customers, the latest to be seen first. */
export async function findCustomers(
  db: Database,
  { cursor, ...filter }: CustomerFilter,
): Promise<DocumentPage<MemberDocument>> {
  const where = conditionsOf(filter)
  if (!where) return { items: [], next: null }
  return findPage(db, 'members', { where, sortBy: [LAST_SEEN, 'desc'], cursor })
}

/** Customers whose orders went to a receiver, the latest to be seen first; a page of them. */
export const findByReceiver = async (
  db: Database,
  filter: CustomerFilter,
): Promise<MemberDocument[]> => (await findCustomers(db, filter)).items

/** `null` when the word has nothing in it that a name could be found by. */
function conditionsOf(filter: Omit<CustomerFilter, 'cursor'>): Conditions | null {
  const { stage, recency, tier, channel, word, phoneHashes, receiverHashes } = filter
  const tokens = word && !phoneHashes ? queryTokens(word) : []
  if (word && !phoneHashes && tokens.length === 0) return null
  return {
    [LAST_SEEN]: command.gte(0),
    ...(stage ? { [LIFECYCLE_PATHS.stage]: stage } : {}),
    ...(recency ? { [LIFECYCLE_PATHS.recency]: recency } : {}),
    ...(tier ? { [TIER_PATH]: tier } : {}),
    ...(channel ? { [MEMBER_PATHS.channel]: channel } : {}),
    ...(phoneHashes ? { [MEMBER_PATHS.phoneHash]: command.in(phoneHashes) } : {}),
    ...(receiverHashes ? { [MEMBER_PATHS.receiverHashes]: command.in(receiverHashes) } : {}),
    ...(tokens.length > 0 ? { [MEMBER_PATHS.searchNames]: command.all(tokens) } : {}),
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
  const isMember = command.aggregate.neq([`$${MEMBER_PATHS.joinedAt}`, null])
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
            stage: `$${LIFECYCLE_PATHS.stage}`,
            recency: `$${LIFECYCLE_PATHS.recency}`,
            tier: `$${TIER_PATH}`,
            isMember,
          },
          customers: command.aggregate.sum(1),
        },
      ],
    ],
    { limit: GROUPS_MAX, rowBytes: 200 },
  )
  return groups.map(({ _id, customers }) => ({ ..._id, customers }))
}
