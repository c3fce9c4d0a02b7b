import type { Day, Instant } from '@core/kernel/calendar'
import type { Channel } from './facts'

/**
 * The shapes of the sections of a member whose rules lie in areas above: tiers, lifecycle, points.
 * They are here because one document holds them all.
 */

/** The four tiers, lowest first. Their Chinese names (普通 银卡 金卡 黑金) belong to the pages. */
export const TIERS = ['basic', 'silver', 'gold', 'black'] as const
export type Tier = (typeof TIERS)[number]

/** A member's tier: growth is earned by paid orders and never spent. */
export type TierState = { tier: Tier; growth: number; since: Instant }

/** A member's balance. It equals the sums of the ledger's `available`, `pending` and `held`. */
export type PointsAccount = {
  /** What can be spent. Below 0 the member owes what a refund took back: a remembered debt. */
  available: number
  /** Earned, and available when the order is completed. */
  pending: number
  /** Set apart by orders that are not paid yet. */
  held: number
}

/** An account with nothing in it. */
export const emptyAccount: PointsAccount = { available: 0, pending: 0, held: 0 }

/** How far the relation has come, in rising order: 认知 兴趣 购买 忠诚 推荐. */
export const STAGES = ['aware', 'interested', 'buyer', 'loyal', 'advocate'] as const
export type Stage = (typeof STAGES)[number]

/** How alive the relation is now: 初次接触 活跃期 沉默期 流失期. */
export const RECENCIES = ['new', 'active', 'silent', 'lost'] as const
export type Recency = (typeof RECENCIES)[number]

/** The evidence for a stage, with the numbers it rests on. */
export type StageReason =
  | { code: 'KNOWN'; channel: Channel }
  | { code: 'VIEWS'; views: number; days: number }
  | { code: 'FAVOURITE'; favourites: number }
  | { code: 'SEARCH_CLICK'; clicks: number }
  | { code: 'CART'; added: number }
  | { code: 'UNPAID_ORDER'; orders: number }
  | { code: 'KEPT_ORDER'; orders: number }
  | { code: 'LOYAL_ORDERS'; days: number; from: Day; to: Day; windowDays: number; needed: number }
  | { code: 'HIGH_TIER'; tier: Tier }
  | { code: 'REFERRAL'; on: Day }

/** The usual days between a customer's orders and how many own gaps they rest on. */
export type PurchaseInterval = {
  /** `null` while neither the customer nor the shop has shown any. */
  gapDays: number | null
  gaps: number
}

/** The evidence for a recency; `limitDays` is the last day on which it still holds. */
export type RecencyReason =
  | { code: 'FIRST_CONTACT'; on: Day; days: number; limitDays: number }
  | ({
      code: 'LAST_INTERACTION'
      on: Day
      days: number
      limitDays: number | null
    } & PurchaseInterval)

/** A customer's place in the lifecycle, with the reasons and since when it has held. */
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
