import type { Instant } from './calendar'
import type { Fen } from './money'
import type { Program } from './program'
import { pointsPercent, type Tier } from './tier'

/**
 * A member's balance. It equals the sums of the ledger's `pending` and `available` at all times.
 */
export type PointsAccount = { available: number; pending: number }

/** An account with nothing in it. */
export const emptyAccount: PointsAccount = { available: 0, pending: 0 }

/**
 * One immutable row of the points ledger. `pending` and `available` are signed changes; the id is
 * made of the cause, so the same cause cannot be booked twice.
 */
export type PointsTransfer = {
  id: string
  memberId: string
  kind: 'earn' | 'post'
  orderId: string
  pending: number
  available: number
  at: Instant
}

/** What was paid for goods earns whole points; the fraction of a point is dropped. */
export function pointsFor(goodsFen: Fen, tier: Tier, program: Program): number {
  return Math.floor((goodsFen * program.pointsPerYuan * pointsPercent(tier, program)) / 10_000)
}

/** What was paid for goods earns whole growth; the fraction is dropped. */
export const growthFor = (goodsFen: Fen, program: Program): number =>
  Math.floor((goodsFen * program.growthPerYuan) / 100)

type Cause = { memberId: string; orderId: string; points: number; at: Instant }

/** Points of a paid order: pending until the customer has the goods. */
export const earn = ({ memberId, orderId, points, at }: Cause): PointsTransfer => ({
  id: `earn:${orderId}`,
  memberId,
  kind: 'earn',
  orderId,
  pending: points,
  available: 0,
  at,
})

/** Pending points of an order become available. */
export const post = ({ memberId, orderId, points, at }: Cause): PointsTransfer => ({
  id: `post:${orderId}`,
  memberId,
  kind: 'post',
  orderId,
  pending: -points,
  available: points,
  at,
})

/** The account after a transfer. */
export const book = (account: PointsAccount, transfer: PointsTransfer): PointsAccount => ({
  available: account.available + transfer.available,
  pending: account.pending + transfer.pending,
})
