import type { Member } from '@core/domain/members/member'
import type { PointsAccount, Tier } from '@core/domain/members/sections'
import { pointsPercent } from '@core/domain/tiers/tier'
import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import type { Program } from '@core/kernel/settings'

/** What moves points; each kind has one cause, and the same cause is booked once. */
export const TRANSFER_KINDS = [
  'earn',
  'post',
  'hold',
  'spend',
  'void',
  'clawback',
  'return',
] as const
export type TransferKind = (typeof TRANSFER_KINDS)[number]

/**
 * One immutable row of the points ledger; its numbers are signed changes of the account. The id is
 * made of the cause (`earn:<orderId>`, `claw:<refundId>`), so a cause cannot be booked twice.
 */
export type PointsTransfer = PointsAccount & {
  id: string
  memberId: string
  kind: TransferKind
  orderId: string
  at: Instant
}

/** What was paid for goods earns whole points; the fraction of a point is dropped. */
export function pointsFor(
  goodsFen: Fen,
  tier: Tier,
  program: Pick<Program, 'pointsPerYuan' | 'tiers'>,
): number {
  return Math.floor((goodsFen * program.pointsPerYuan * pointsPercent(tier, program)) / 10_000)
}

/** What was paid for goods earns whole growth; the fraction is dropped. */
export const growthFor = (goodsFen: Fen, program: Pick<Program, 'growthPerYuan'>): number =>
  Math.floor((goodsFen * program.growthPerYuan) / 100)

/** Whose points, by which order, how many (never negative), when; `id` when not the order's. */
export type TransferCause = {
  memberId: string
  orderId: string
  points: number
  at: Instant
  id?: string
}

/** What each kind does to the account, per point. */
const MOVES = {
  earn: { available: 0, pending: 1, held: 0 },
  post: { available: 1, pending: -1, held: 0 },
  hold: { available: -1, pending: 0, held: 1 },
  spend: { available: 0, pending: 0, held: -1 },
  void: { available: 1, pending: 0, held: -1 },
  return: { available: 1, pending: 0, held: 0 },
} as const satisfies Record<Exclude<TransferKind, 'clawback'>, PointsAccount>

/**
 * Ids of voids and clawbacks keep their first prefixes, so that a cause which an earlier release
 * recorded is found again.
 */
const VOID_PREFIX = 'unhold'
const CLAWBACK_PREFIX = 'claw'

/** A transfer of one kind for one cause. */
export function transfer(kind: keyof typeof MOVES, cause: TransferCause): PointsTransfer {
  const { points, id = cause.orderId, ...rest } = cause
  const { available, pending, held } = MOVES[kind]
  return {
    ...rest,
    id: `${kind === 'void' ? VOID_PREFIX : kind}:${id}`,
    kind,
    available: available * points,
    pending: pending * points,
    held: held * points,
  }
}

/**
 * Takes earned points back after a refund: what is still pending from there, the rest from what is
 * available, which may fall below 0 and is then made up by the next points.
 */
export function clawback(cause: TransferCause, isPending: boolean): PointsTransfer {
  const { points, id = cause.orderId, ...rest } = cause
  const taken = { available: isPending ? 0 : -points, pending: isPending ? -points : 0, held: 0 }
  return { ...rest, id: `${CLAWBACK_PREFIX}:${id}`, kind: 'clawback', ...taken }
}

/** The account after transfers. */
export const applyTransfers = (
  account: PointsAccount,
  ...transfers: PointsAccount[]
): PointsAccount =>
  transfers.reduce(
    (sum, one) => ({
      available: sum.available + one.available,
      pending: sum.pending + one.pending,
      held: sum.held + one.held,
    }),
    { available: account.available, pending: account.pending, held: account.held },
  )

/** The member after transfers. */
export const withTransfers = (member: Member, transfers: readonly PointsAccount[]): Member => ({
  ...member,
  points: applyTransfers(member.points, ...transfers),
})
