import type { LifecycleTransition, Member, MemberChange } from '@core/domain/members/member'
import type { MemberLifecycle } from '@core/domain/members/sections'
import { dayOf, type Instant } from '@core/kernel/calendar'
import { earliestReview } from './review-on'
import { type LifecycleSettings, lifecycleStatusOf } from './status'

/** The customer as of a moment: stage, recency and `reviewOn` recalculated from the facts. */
export function updateLifecycle(
  member: Member,
  at: Instant,
  settings: LifecycleSettings,
): MemberChange {
  const today = dayOf(at)
  const before = member.lifecycle
  const { changesOn: _own, ...now } = lifecycleStatusOf(
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
  const updated = { ...member, lifecycle }
  return {
    member: { ...updated, reviewOn: earliestReview(updated, today, settings) },
    transitions,
  }
}
