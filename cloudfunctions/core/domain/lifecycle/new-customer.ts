import { type Channel, initialFacts } from '@core/domain/members/facts'
import type { LifecycleTransition, Member, MemberChange } from '@core/domain/members/member'
import { emptyAccount } from '@core/domain/members/sections'
import { initialTier } from '@core/domain/tiers/tier'
import { dayOf, type Instant } from '@core/kernel/calendar'
import { earliestReview } from './review-on'
import { type LifecycleSettings, lifecycleStatusOf } from './status'

type FirstContact = { id: string; channel: Channel; externalId?: string; at: Instant }

/** A customer the shop has just come to know: no member yet, no consent, no points. */
export function newCustomer(
  { id, channel, externalId, at }: FirstContact,
  settings: LifecycleSettings,
): MemberChange {
  const facts = initialFacts(channel, at)
  const tier = initialTier(at)
  const today = dayOf(at)
  const { changesOn: _own, ...status } = lifecycleStatusOf(
    { facts, tier: tier.tier },
    today,
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
    tier,
    points: emptyAccount,
    facts,
    lifecycle: { ...status, stageSince: at, recencySince: at, lostOn: null, wonBackOn: null },
    reviewOn: null,
    createdAt: at,
  }
  return {
    member: { ...member, reviewOn: earliestReview(member, today, settings) },
    transitions: firstTransitions(member),
  }
}

const firstTransitions = ({ lifecycle }: Member): LifecycleTransition[] => [
  { kind: 'stage', from: null, to: lifecycle.stage, reason: lifecycle.stageReason },
  { kind: 'recency', from: null, to: lifecycle.recency, reason: lifecycle.recencyReason },
]
