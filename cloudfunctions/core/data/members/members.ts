import type { Database } from '@core/data/database'
import type { Transaction } from '@core/data/transaction'

import { median, orderGaps } from '@core/domain/members/facts'
import type { Member, MemberChange } from '@core/domain/members/member'
import type { Instant } from '@core/kernel/calendar'
import { indexTokens } from '@core/kernel/search-tokens'

import type { EventDocument, MemberDocument } from './documents'

/** Tokens of a name that the staff can find a customer by. */
const SEARCH_NAMES_MAX = 60

/** The member in a document. */
export function toMember(document: MemberDocument): Member {
  return {
    id: document._id,
    version: document.version,
    channel: document.channel,
    externalId: document.externalId,
    joinedAt: document.joinedAt,
    consent: document.consent,
    nickname: document.nickname,
    avatarUrl: document.avatarUrl,
    birthday: document.birthday,
    tier: document.tier,
    points: document.points,
    facts: document.facts,
    lifecycle: document.lifecycle,
    reviewOn: document.reviewOn,
    createdAt: document.createdAt,
  }
}

type Extras = Pick<MemberDocument, 'source' | 'phone' | 'phoneHash' | 'address'>

/** The document of a member; `extras` are the fields that the domain does not see. */
export function memberDocument(member: Member, extras: Extras = {}): MemberDocument {
  const { id, ...rest } = member
  const gapDays = median(orderGaps(member.facts))
  return {
    ...extras,
    ...rest,
    _id: id,
    searchNames: indexTokens(`${member.nickname} ${member.externalId ?? ''}`).slice(
      0,
      SEARCH_NAMES_MAX,
    ),
    ...(gapDays === null ? {} : { gapDays }),
  }
}

/** A changed member's document: the next version, with the sealed fields it had or is given. */
export function changedMemberDocument(
  before: MemberDocument,
  member: Member,
  extras: Extras = {},
): MemberDocument {
  const { source, phone, phoneHash, address } = before
  const kept = dropMissing({ source, phone, phoneHash, address })
  const next = { ...member, version: before.version + 1 }
  return memberDocument(next, { ...kept, ...extras })
}

const dropMissing = (fields: Extras): Extras =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** The identity behind a WeChat openid: the id of its one document. */
export const identityId = (openid: string): string => `wx:${openid}`

/** Who this openid is to the shop; `null` for somebody never seen. */
export async function memberIdOf(db: Database, openid: string): Promise<string | null> {
  return (await db.get('identities', identityId(openid)))?.memberId ?? null
}

/** The WeChat user that a member is; `null` when they closed their account or were imported. */
export async function openidOf(db: Database, memberId: string): Promise<string | null> {
  const [identity] = await db.find('identities', { where: { memberId }, limit: 1 })
  return identity ? identity._id.slice(identityId('').length) : null
}

/** What a line of history tells besides what turned. */
export type HistoryEntry = Omit<
  EventDocument,
  'memberId' | 'transitions' | 'hasTransitions' | 'at'
> & {
  at: Instant
}

/** Writes a member and the line of history that tells what happened, as one. */
export async function saveChange(
  transaction: Transaction,
  before: MemberDocument,
  { change, happening, extras }: { change: MemberChange; happening: HistoryEntry; extras?: Extras },
): Promise<void> {
  await transaction.put('members', changedMemberDocument(before, change.member, extras))
  await transaction.add('events', historyDocument(change, happening))
}

/** The line of history of a change. */
export const historyDocument = (change: MemberChange, happening: HistoryEntry): EventDocument => ({
  ...happening,
  memberId: change.member.id,
  hasTransitions: change.transitions.length > 0,
  transitions: change.transitions,
})
