import {
  type LifecycleSettings,
  lifecycleStatusOf,
  type Recency,
  type RecencyReason,
  type Stage,
  type StageReason,
} from '@core/domain/lifecycle/status'
import { emptyAccount, type PointsAccount } from '@core/domain/points/points'
import { initialTier, type Tier, type TierState } from '@core/domain/tiers/tier'
import { type Day, dayOf, type Instant } from '@core/kernel/calendar'
import type { ConsentGiven } from './consent'
import { type Channel, type FactEvent, initialFacts, type MemberFacts, withEvent } from './facts'

/** A customer's place in the lifecycle, with the reasons and the days it has held. */
export type MemberLifecycle = {
  stage: Stage
  stageReason: StageReason
  stageSince: Instant
  recency: Recency
  recencyReason: RecencyReason
  recencySince: Instant
  /** The day the customer was lost; a purchase clears it and makes the return a win-back. */
  lostOn: Day | null
  wonBackOn: Day | null
}

/** A customer, and from `joinedAt` on a member. `version` rises with every write. */
export type Member = {
  id: string
  version: number
  channel: Channel
  /** What another system calls this customer; `null` for those who came by themselves. */
  externalId: string | null
  joinedAt: Instant | null
  consent: ConsentGiven | null
  nickname: string
  avatarUrl: string
  birthday: Day | null
  tier: TierState
  points: PointsAccount
  facts: MemberFacts
  lifecycle: MemberLifecycle
  /** The first day on which time alone changes something about this customer. */
  reviewOn: Day | null
  createdAt: Instant
}

/** One change worth a line in the customer's history. */
export type LifecycleTransition =
  | { kind: 'stage'; from: Stage | null; to: Stage; reason: StageReason }
  | { kind: 'recency'; from: Recency | null; to: Recency; reason: RecencyReason }
  | { kind: 'tier'; from: Tier; to: Tier; growth: number }
  | { kind: 'winBack'; lostOn: Day; on: Day }

/** A customer as they are after something, and what turned. */
export type MemberChange = { member: Member; transitions: LifecycleTransition[] }

type FirstContact = { id: string; channel: Channel; externalId?: string; at: Instant }

/** Somebody the shop has just come to know: no member yet, no consent, no points. */
export function newCustomer(
  { id, channel, externalId, at }: FirstContact,
  settings: LifecycleSettings,
): MemberChange {
  const facts = initialFacts(channel, at)
  const { changesOn, ...standing } = lifecycleStatusOf(
    { facts, tier: 'basic' },
    dayOf(at),
    settings,
  )
  const member: Member = {
    id,
    version: 1,
    channel,
    externalId: externalId ?? null,
    joinedAt: null,
    consent: null,
    nickname: '',
    avatarUrl: '',
    birthday: null,
    tier: initialTier(at),
    points: emptyAccount,
    facts,
    lifecycle: {
      ...standing,
      stageSince: at,
      recencySince: at,
      lostOn: null,
      wonBackOn: null,
    },
    reviewOn: changesOn,
    createdAt: at,
  }
  return { member, transitions: firstTurns(member) }
}

const firstTurns = ({ lifecycle }: Member): LifecycleTransition[] => [
  { kind: 'stage', from: null, to: lifecycle.stage, reason: lifecycle.stageReason },
  { kind: 'recency', from: null, to: lifecycle.recency, reason: lifecycle.recencyReason },
]

/** The customer as of a moment: stage, recency and `reviewOn` worked out anew from the facts. */
export function updateLifecycle(
  member: Member,
  at: Instant,
  settings: LifecycleSettings,
): MemberChange {
  const today = dayOf(at)
  const before = member.lifecycle
  const { changesOn, ...now } = lifecycleStatusOf(
    { facts: member.facts, tier: member.tier.tier },
    today,
    settings,
  )
  const transitions: LifecycleTransition[] = []
  if (now.stage !== before.stage) {
    transitions.push({ kind: 'stage', from: before.stage, to: now.stage, reason: now.stageReason })
  }
  if (now.recency !== before.recency) {
    const reason = now.recencyReason
    transitions.push({ kind: 'recency', from: before.recency, to: now.recency, reason })
  }
  const lifecycle: MemberLifecycle = {
    ...before,
    ...now,
    stageSince: now.stage === before.stage ? before.stageSince : at,
    recencySince: now.recency === before.recency ? before.recencySince : at,
    lostOn: now.recency === 'lost' ? (before.lostOn ?? today) : before.lostOn,
  }
  return { member: { ...member, lifecycle, reviewOn: changesOn }, transitions }
}

/** An event, and what it does to the member besides being remembered (growth, points). */
export type MemberEvent = FactEvent & { effect?: (member: Member) => Member }

/**
 * The customer after an event. Time is let pass first, so that somebody who had been lost by now
 * is lost before they return, and a purchase counts as a win-back even if no sweep has run.
 */
export function applyEvent(
  member: Member,
  { effect = (same) => same, ...event }: MemberEvent,
  settings: LifecycleSettings,
): MemberChange {
  // A phone may report late; nobody is reviewed as of a moment before they were last seen.
  const at = Math.max(event.at, member.facts.lastInteractionAt)
  const caughtUp = updateLifecycle(member, at, settings)
  const lived = { ...caughtUp.member, facts: withEvent(caughtUp.member.facts, event) }
  const returned = event.kind === 'pay' ? wonBack(lived, dayOf(at)) : unchanged(lived)
  const grown = climbed(returned.member, effect(returned.member))
  const now = updateLifecycle(grown.member, at, settings)
  const transitions = [caughtUp, returned, grown, now].flatMap((change) => change.transitions)
  return { member: now.member, transitions }
}

/** The customer after something that the shop did and that is no act of theirs: a refund. */
export function applyAdjustment(
  member: Member,
  { at, effect }: { at: Instant; effect: (member: Member) => Member },
  settings: LifecycleSettings,
): MemberChange {
  const caughtUp = updateLifecycle(member, at, settings)
  const changed = climbed(caughtUp.member, effect(caughtUp.member))
  const now = updateLifecycle(changed.member, at, settings)
  const transitions = [caughtUp, changed, now].flatMap((change) => change.transitions)
  return { member: now.member, transitions }
}

function climbed(before: Member, member: Member): MemberChange {
  const [from, to] = [before.tier.tier, member.tier.tier]
  if (from === to) return unchanged(member)
  return { member, transitions: [{ kind: 'tier', from, to, growth: member.tier.growth }] }
}

const unchanged = (member: Member): MemberChange => ({ member, transitions: [] })

function wonBack(member: Member, on: Day): MemberChange {
  const { lostOn } = member.lifecycle
  if (lostOn === null) return unchanged(member)
  const lifecycle = { ...member.lifecycle, lostOn: null, wonBackOn: on }
  return { member: { ...member, lifecycle }, transitions: [{ kind: 'winBack', lostOn, on }] }
}

/** The customer who becomes a member now. Joining again changes nothing. */
export const join = (member: Member, profile: { nickname: string; at: Instant }): Member =>
  member.joinedAt === null
    ? { ...member, joinedAt: profile.at, nickname: profile.nickname || member.nickname }
    : member

/** The card number shown to the member: the digits of the id, in groups of four. */
export const cardNumber = (memberId: string): string =>
  memberId.replace(/\D/g, '').replace(/(\d{4})(?=\d)/g, '$1 ')
