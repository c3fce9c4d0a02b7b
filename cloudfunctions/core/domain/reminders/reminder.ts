import { type Instant, MINUTE_MS } from '@core/kernel/calendar'

/** How long before a sale begins its reminders are sent: time enough to open the page. */
export const LAUNCH_LEAD_MS = 10 * MINUTE_MS

/** What a reminder is about: a SKU that has run out, or (`null`) the product's launch. */
export type Subject = { productId: string; skuId: string | null }

/**
 * What a customer wants to be told of, once. `waiting` until then, and `told` after; `at` is when
 * it was set, which tells one reminder from the next of the same subject.
 */
export type Reminder = Subject & {
  id: string
  memberId: string
  title: string
  /** `500g · 礼盒装`; empty without a choice, and for a launch. */
  spec: string
  picture: string
  state: 'waiting' | 'told'
  at: Instant
  /** When a launch is to be looked at; `null` for what waits for stock, and once it is told. */
  dueAt: Instant | null
  toldAt: Instant | null
  /** Told, and not looked at yet. */
  isUnread: boolean
}

/** One reminder per customer and subject. */
export const reminderId = (memberId: string, { productId, skuId }: Subject): string =>
  skuId === null ? `${memberId}:launch:${productId}` : `${memberId}:stock:${skuId}`

/** A reminder as told. */
export const told = <R extends Omit<Reminder, 'id'>>(reminder: R, now: Instant): R => ({
  ...reminder,
  state: 'told',
  dueAt: null,
  toldAt: now,
  isUnread: true,
})

/** Customers told of one piece: more would come for nothing, fewer might leave pieces unsold. */
const TOLD_PER_PIECE = 10
/** Customers told in one run of the timer, so that one SKU does not take all of its time. */
const WAVE_MAX = 100

/** How many of the waiting are told at a time; the next run tells the next, while stock is left. */
export const waveOf = (available: number): number => Math.min(WAVE_MAX, available * TOLD_PER_PIECE)
