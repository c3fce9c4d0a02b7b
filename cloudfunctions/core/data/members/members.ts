import type { Database } from '@core/data/database'
import { orderGaps } from '@core/domain/members/facts'
import type { Member, MemberChange } from '@core/domain/members/member'
import type { Instant } from '@core/kernel/calendar'
import { median } from '@core/kernel/median'
import { indexTokens } from '@core/kernel/search-tokens'

import type { ContactChange, EventDocument, MemberDocument, SealedContact } from './documents'

/** Tokens of a name that the staff can find a customer by. */
const SEARCH_NAMES_MAX = 60

/** The member in a document. */
export function toMember(document: MemberDocument): Member {
  const { _id: id, version, profile, consent, facts, lifecycle, tier, points, reviewOn } = document
  const { searchNames: _names, ...named } = profile
  const { gapDays: _gap, ...status } = lifecycle
  return { id, version, ...named, consent, facts, lifecycle: status, tier, points, reviewOn }
}

/** The document of a member with what the domain does not see. */
export function memberDocument(
  member: Member,
  { source, contact = {} }: { source?: string; contact?: SealedContact } = {},
): MemberDocument {
  const { id, version, consent, facts, lifecycle, tier, points, reviewOn, ...profile } = member
  const gapDays = median(orderGaps(facts))
  const names = indexTokens(`${profile.nickname} ${profile.externalId ?? ''}`)
  return {
    _id: id,
    version,
    ...(source === undefined ? {} : { source }),
    reviewOn,
    profile: { ...profile, searchNames: names.slice(0, SEARCH_NAMES_MAX) },
    consent,
    facts,
    lifecycle: { ...lifecycle, ...(gapDays === null ? {} : { gapDays }) },
    tier,
    points,
    contact,
  }
}

/** A changed member's document: the next version, with the contact it had or is given. */
export const changedMemberDocument = (
  before: MemberDocument,
  member: Member,
  contact: ContactChange = {},
): MemberDocument =>
  memberDocument(
    { ...member, version: before.version + 1 },
    { source: before.source, contact: changedContact(before.contact, contact) },
  )

const changedContact = (before: SealedContact, change: ContactChange): SealedContact =>
  Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null))

/** The identity behind a WeChat openid: the id of its one document. */
export const identityId = (openid: string): string => `wx:${openid}`

/** The id of the member with this openid; `null` when the openid is unknown. */
export async function memberIdOf(db: Database, openid: string): Promise<string | null> {
  return (await db.get('identities', identityId(openid)))?.memberId ?? null
}

/** The WeChat user that a member is; `null` when they closed their account or were imported. */
export async function openidOf(db: Database, memberId: string): Promise<string | null> {
  const [identity] = await db.find('identities', { where: { memberId }, limit: 1 })
  return identity ? identity._id.slice(identityId('').length) : null
}

/** A line of history without its owner and the transitions. */
export type HistoryEntry = Omit<
  EventDocument,
  'memberId' | 'transitions' | 'hasTransitions' | 'at'
> & {
  at: Instant
}

/** The line of history of a change. */
export const historyDocument = (change: MemberChange, entry: HistoryEntry): EventDocument => ({
  ...entry,
  memberId: change.member.id,
  hasTransitions: change.transitions.length > 0,
  transitions: change.transitions,
})
