import { type FactEvent, withEvent } from '@core/domain/members/facts'
import { type Member, type MemberChange, withFacts } from '@core/domain/members/member'
import { type Day, dayOf, type Instant } from '@core/kernel/calendar'
import type { LifecycleSettings } from './status'
import { updateLifecycle } from './update-lifecycle'

/** What a change does to other sections of a member: growth, points, facts. */
export type MemberEffect = (member: Member) => Member

/** An event, and what it does to the member besides counting in their facts. */
export type MemberEvent = FactEvent & { effect?: MemberEffect }

/**
 * The customer after an event. The lifecycle is brought up to date first, so that a customer who
 * had been lost by now is lost before they return, and a purchase counts as a win-back even if no
 * sweep has run.
 */
export function applyEvent(
  member: Member,
  { effect = (same) => same, ...event }: MemberEvent,
  settings: LifecycleSettings,
): MemberChange {
  // A phone may report late; no member is reviewed as of a moment before they were last seen.
  const at = Math.max(event.at, member.facts.lastInteractionAt)
  const caughtUp = updateLifecycle(member, at, settings)
  const counted = withFacts(caughtUp.member, (facts) => withEvent(facts, event))
  const returned = event.kind === 'pay' ? wonBack(counted, dayOf(at)) : unchanged(counted)
  const affected = withTierChange(returned.member, effect(returned.member))
  const now = updateLifecycle(affected.member, at, settings)
  const transitions = [caughtUp, returned, affected, now].flatMap((change) => change.transitions)
  return { member: now.member, transitions }
}

/** The customer after something that the shop did and that is no act of theirs: a refund. */
export function applyAdjustment(
  member: Member,
  { at, effect }: { at: Instant; effect: MemberEffect },
  settings: LifecycleSettings,
): MemberChange {
  const caughtUp = updateLifecycle(member, at, settings)
  const affected = withTierChange(caughtUp.member, effect(caughtUp.member))
  const now = updateLifecycle(affected.member, at, settings)
  const transitions = [caughtUp, affected, now].flatMap((change) => change.transitions)
  return { member: now.member, transitions }
}

function withTierChange(before: Member, member: Member): MemberChange {
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
