import { type Tier } from '@core/domain/members/sections'
import { tierAtLeast } from '@core/domain/tiers/tier'
import type { Instant } from '@core/kernel/calendar'

/** The fields of every promotion. It runs in [startsAt, endsAt) by the cloud's clock. */
export type PromotionBase = {
  id: string
  /** The title that the merchant wrote for customers. */
  title: string
  startsAt: Instant
  endsAt: Instant
  /** The lowest tier that may use it; `null`: everyone, `basic`: every member. */
  minTier: Tier | null
}

/** Whether a promotion runs at a moment. */
export const isRunning = (
  { startsAt, endsAt }: Pick<PromotionBase, 'startsAt' | 'endsAt'>,
  at: Instant,
): boolean => startsAt <= at && at < endsAt

/** Whether a customer of this tier (`null`: not a member) may use it. */
export const isFor = ({ minTier }: Pick<PromotionBase, 'minTier'>, tier: Tier | null): boolean =>
  minTier === null || (tier !== null && tierAtLeast(tier, minTier))
