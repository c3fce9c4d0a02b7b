import { type Tier, tierAtLeast } from '@core/domain/tiers/tier'
import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'

/** What a rule reaches: these products and these shelves; both empty reaches everything. */
export type Scope = { productIds: string[]; categoryIds: string[] }

/** A scope without bounds. */
export const WHOLE_SHOP_SCOPE: Scope = { productIds: [], categoryIds: [] }

/** What every activity has. It runs in [startsAt, endsAt) by the cloud's clock. */
type Activity = {
  id: string
  /** The merchant's words for the customer. */
  title: string
  startsAt: Instant
  endsAt: Instant
  /** The lowest tier it is for; `null` is for everybody, `basic` for every member. */
  minTier: Tier | null
}

/**
 * 限时折扣/秒杀: a price for a time. `stock` pieces are set apart for it (`null`: as many as the
 * SKU has); a member has at most `perMemberMax` pieces at this price.
 */
export type TimePrice = Activity & {
  kind: 'timePrice'
  prices: { skuId: string; priceFen: Fen; stock: number | null }[]
  perMemberMax: number | null
}

/** 会员价: a fixed price per tier for some SKUs, else a percentage of the price per tier. */
export type TierPrice = Activity & {
  kind: 'tierPrice'
  scope: Scope
  /** What a tier and those above it up to the next one named pay, in percent: 95 is 九五折. */
  percents: Partial<Record<Tier, number>>
  prices: { skuId: string; tier: Tier; priceFen: Fen }[]
}

/** 套餐: these pieces together cost `priceFen`. */
export type Bundle = Activity & {
  kind: 'bundle'
  parts: { skuId: string; quantity: number }[]
  priceFen: Fen
}

/**
 * 买一送一, 第二件半价: of every `nth` pieces, from dear to cheap, the last is `percentOff` percent
 * cheaper; the saving is shared by all of them.
 */
export type NthPiece = Activity & {
  kind: 'nthPiece'
  scope: Scope
  nth: number
  percentOff: number
}

/** 满减: the highest step that is reached is taken off. */
export type SpendOff = Activity & {
  kind: 'spendOff'
  scope: Scope
  steps: { fromFen: Fen; offFen: Fen }[]
}

/** 满赠 and 体验装: pieces for nothing; an optional one only when the customer asks for it. */
export type Gift = Activity & {
  kind: 'gift'
  scope: Scope
  fromFen: Fen
  skuId: string
  quantity: number
  /** How many times a member may have it; `null` each time. */
  perMemberMax: number | null
  isOptional: boolean
}

/** 包邮: no freight from an amount on, to some provinces (none named: to all that are served). */
export type FreeFreight = Activity & {
  kind: 'freeFreight'
  scope: Scope
  fromFen: Fen
  provinces: string[]
}

/** An activity of the shop. */
export type Promotion = TimePrice | TierPrice | Bundle | NthPiece | SpendOff | Gift | FreeFreight

/** The kinds, in the order in which they are reckoned. */
export const PROMOTION_KINDS = [
  'timePrice',
  'bundle',
  'nthPiece',
  'tierPrice',
  'spendOff',
  'gift',
  'freeFreight',
] as const satisfies Promotion['kind'][]

/** Whether an activity runs at a moment. */
export const isRunning = (
  { startsAt, endsAt }: Pick<Activity, 'startsAt' | 'endsAt'>,
  at: Instant,
): boolean => startsAt <= at && at < endsAt

/** Whether somebody of this tier (`null`: no member) may have it. */
export const isFor = ({ minTier }: Pick<Activity, 'minTier'>, tier: Tier | null): boolean =>
  minTier === null || (tier !== null && tierAtLeast(tier, minTier))

/** What a scope looks at. */
type Placed = { productId: string; categoryIds: readonly string[] }

/** Whether things lie in a scope, for many of them: its names are looked up, not searched. */
export function reachOf({ productIds, categoryIds }: Scope): (placed: Placed) => boolean {
  if (productIds.length === 0 && categoryIds.length === 0) return () => true
  const products = new Set(productIds)
  const shelves = new Set(categoryIds)
  return (placed) =>
    products.has(placed.productId) || placed.categoryIds.some((id) => shelves.has(id))
}

/** Whether something lies in a scope. */
export const inScope = (scope: Scope, placed: Placed): boolean => reachOf(scope)(placed)

/** The document of the pieces set apart for an activity. */
export const activityStockId = (promotionId: string, skuId: string): string =>
  `${promotionId}:${skuId}`
