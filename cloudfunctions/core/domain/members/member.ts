import type { Day, Instant } from '@core/kernel/calendar'
import type { ConsentGiven } from './consent'
import type { Channel, MemberFacts } from './facts'
import type {
  MemberLifecycle,
  PointsAccount,
  Recency,
  RecencyReason,
  Stage,
  StageReason,
  Tier,
  TierState,
} from './sections'

/** What identifies a customer and what they say of themselves. */
export type MemberProfile = {
  channel: Channel
  /** What another system calls this customer; `null` for those who came by themselves. */
  externalId: string | null
  joinedAt: Instant | null
  nickname: string
  avatarUrl: string
  birthday: Day | null
  createdAt: Instant
}

/** A customer, and from `joinedAt` on a member. `version` rises with every write. */
export type Member = MemberProfile & {
  id: string
  version: number
  consent: ConsentGiven | null
  tier: TierState
  points: PointsAccount
  facts: MemberFacts
  lifecycle: MemberLifecycle
  /** The first day on which time alone changes something about this customer. */
  reviewOn: Day | null
}

/** One change worth a line in the customer's history. */
export type LifecycleTransition =
  | { kind: 'stage'; from: Stage | null; to: Stage; reason: StageReason }
  | { kind: 'recency'; from: Recency | null; to: Recency; reason: RecencyReason }
  | { kind: 'tier'; from: Tier; to: Tier; growth: number }
  | { kind: 'winBack'; lostOn: Day; on: Day }

/** A customer after a change, and the transitions that it caused. */
export type MemberChange = { member: Member; transitions: LifecycleTransition[] }

/** The customer who becomes a member now. Joining again changes nothing. */
export const join = (member: Member, profile: { nickname: string; at: Instant }): Member =>
  member.joinedAt === null
    ? { ...member, joinedAt: profile.at, nickname: profile.nickname || member.nickname }
    : member

/** The customer with a new consent, which replaces the one before. */
export const withConsent = (member: Member, consent: ConsentGiven): Member => ({
  ...member,
  consent,
})

/** The customer with other facts; what follows from them is worked out by the lifecycle. */
export const withFacts = (member: Member, change: (facts: MemberFacts) => MemberFacts): Member => ({
  ...member,
  facts: change(member.facts),
})

/** The card number shown to the member: the digits of the id, in groups of four. */
export const cardNumber = (memberId: string): string =>
  memberId.replace(/\D/g, '').replace(/(\d{4})(?=\d)/g, '$1 ')

/** The first day that a birthday may be: nobody alive was born before. */
export const BIRTHDAYS_FROM: Day = '1900-01-01'

/** Whether somebody can be born on a day: not before 1900, and not after today. */
export const isBirthday = (birthday: Day, today: Day): boolean =>
  birthday >= BIRTHDAYS_FROM && birthday <= today
