import { type MemberFacts, orderGaps } from '@core/domain/members/facts'
import type { Member } from '@core/domain/members/member'
import type {
  PurchaseInterval,
  Recency,
  RecencyReason,
  Stage,
  StageReason,
  Tier,
} from '@core/domain/members/sections'
import { tierAtLeast } from '@core/domain/tiers/tier'
import { addDays, type Day, dayOf, daysBetween, earliest } from '@core/kernel/calendar'
import { median } from '@core/kernel/median'
import type { Program } from '@core/kernel/settings'

/** Stage and recency with their reasons, and the day on which time alone changes the recency. */
export type LifecycleStatus = {
  stage: Stage
  stageReason: StageReason
  recency: Recency
  recencyReason: RecencyReason
  changesOn: Day | null
}

/**
 * What an area contributes to a member's `reviewOn`: the first day on which time alone changes
 * something of theirs, `null` when nothing will.
 */
export type ReviewOn = (member: Member, today: Day, settings: LifecycleSettings) => Day | null

/** What besides the facts and the tier decides. */
export type LifecycleSettings = {
  program: Program
  /** The shop's median of days between two orders; `null` while it is not known. */
  shopGapDays: number | null
  /** What the areas contribute to a member's `reviewOn`; by default the lifecycle alone. */
  reviewOn?: readonly ReviewOn[]
}

/** The lifecycle status of a customer on a day: a pure function of facts, tier and day. */
export function lifecycleStatusOf(
  customer: { facts: MemberFacts; tier: Tier },
  today: Day,
  settings: LifecycleSettings,
): LifecycleStatus {
  return { ...stageOf(customer, settings.program), ...recencyOf(customer.facts, today, settings) }
}

type StageAndReason = Pick<LifecycleStatus, 'stage' | 'stageReason'>

/** The highest stage there is evidence for. Time takes no evidence away; a refund may. */
export function stageOf(
  { facts, tier }: { facts: MemberFacts; tier: Tier },
  program: Program,
): StageAndReason {
  const isBuyer = facts.keptOrders > 0
  if (isBuyer && facts.lastReferralRewardedAt !== null) {
    return found('advocate', { code: 'REFERRAL', on: dayOf(facts.lastReferralRewardedAt) })
  }
  const run = loyalRun(facts.keptDays, program)
  if (run) return found('loyal', run)
  if (isBuyer && tierAtLeast(tier, 'gold')) return found('loyal', { code: 'HIGH_TIER', tier })
  if (isBuyer) return found('buyer', { code: 'KEPT_ORDER', orders: facts.keptOrders })
  const interest = interestOf(facts, program)
  if (interest) return found('interested', interest)
  return found('aware', { code: 'KNOWN', channel: facts.channel })
}

const found = (stage: Stage, stageReason: StageReason): StageAndReason => ({ stage, stageReason })

/** The latest run of order days, all within one window, that is long enough to be loyal. */
function loyalRun(keptDays: readonly Day[], program: Program): StageReason | null {
  const needed = program.loyalOrdersMin
  const windowDays = program.loyalWindowDays
  for (let last = keptDays.length - 1; last >= needed - 1; last -= 1) {
    const to = keptDays[last]
    const from = keptDays[last - needed + 1]
    if (!to || !from || daysBetween(from, to) > windowDays) continue
    const run = keptDays.filter((day) => day <= to && daysBetween(day, to) <= windowDays)
    return { code: 'LOYAL_ORDERS', days: run.length, from: run[0] ?? from, to, windowDays, needed }
  }
  return null
}

function interestOf(facts: MemberFacts, program: Program): StageReason | null {
  if (facts.ordersPlaced > 0) return { code: 'UNPAID_ORDER', orders: facts.ordersPlaced }
  if (facts.cartAdds > 0) return { code: 'CART', added: facts.cartAdds }
  if (facts.favourites > 0) return { code: 'FAVOURITE', favourites: facts.favourites }
  if (facts.searchClicks > 0) return { code: 'SEARCH_CLICK', clicks: facts.searchClicks }
  const hasViewed =
    facts.views >= program.interestViewsMin && facts.viewDays >= program.interestViewDaysMin
  return hasViewed ? { code: 'VIEWS', views: facts.views, days: facts.viewDays } : null
}

/** The customer's purchase interval, weighted towards the shop's median while gaps are few. */
export function purchaseIntervalOf(
  facts: MemberFacts,
  { program, shopGapDays }: LifecycleSettings,
): PurchaseInterval {
  const gaps = orderGaps(facts)
  const own = median(gaps)
  if (own === null) return { gapDays: shopGapDays, gaps: 0 }
  if (shopGapDays === null) return { gapDays: own, gaps: gaps.length }
  const weight = gaps.length + program.gapPriorCount
  const gapDays = (own * gaps.length + shopGapDays * program.gapPriorCount) / weight
  return { gapDays: Math.round(gapDays * 10) / 10, gaps: gaps.length }
}

type RecencyPart = Pick<LifecycleStatus, 'recency' | 'recencyReason' | 'changesOn'>

function recencyOf(facts: MemberFacts, today: Day, settings: LifecycleSettings): RecencyPart {
  const { program } = settings
  const firstDay = dayOf(facts.firstContactAt)
  const known = daysBetween(firstDay, today)
  if (facts.keptOrders === 0 && known <= program.newDays) {
    const limitDays = program.newDays
    return {
      recency: 'new',
      recencyReason: { code: 'FIRST_CONTACT', on: firstDay, days: known, limitDays },
      changesOn: addDays(firstDay, limitDays + 1),
    }
  }
  return aliveness(facts, today, settings)
}

/** By the last interaction: the limit day itself still belongs to the better recency. */
function aliveness(facts: MemberFacts, today: Day, settings: LifecycleSettings): RecencyPart {
  const { program } = settings
  const rhythm = purchaseIntervalOf(facts, settings)
  const on = dayOf(facts.lastInteractionAt)
  const days = daysBetween(on, today)
  const gap = rhythm.gapDays ?? 0
  const silentAfter = Math.floor(Math.max(program.silentDaysMin, program.silentGaps * gap))
  const lostAfter = Math.floor(Math.max(program.lostDaysMin, program.lostGaps * gap))
  const recency = days <= silentAfter ? 'active' : days <= lostAfter ? 'silent' : 'lost'
  const limitDays = { active: silentAfter, silent: lostAfter, lost: null }[recency]
  return {
    recency: recency,
    recencyReason: { code: 'LAST_INTERACTION', on, days, limitDays, ...rhythm },
    changesOn: limitDays === null ? null : earliest(addDays(on, limitDays + 1)),
  }
}
