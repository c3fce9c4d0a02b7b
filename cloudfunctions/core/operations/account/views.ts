import type { MemberRow } from '@core/contract/admin'
import type { MeView, PointsRow } from '@core/contract/members'
import type { MemberDocument } from '@core/data/documents'
import { cardNumber } from '@core/domain/members/member'
import type { PointsTransfer } from '@core/domain/points/points'
import type { StaffRole } from '@core/domain/staff/roles'
import { tierAhead } from '@core/domain/tiers/tier'
import type { Context } from '@core/operations/context'
import { openAddress } from '@core/operations/orders/views'

/** What the staff call a customer: their name, the number they had elsewhere, or their card. */
export function displayName(member: MemberDocument): string {
  if (member.nickname) return member.nickname
  if (member.externalId) return `客户 ${member.externalId}`
  return `${member.joinedAt === null ? '访客' : '会员'} ${member._id.slice(-4)}`
}

type Around = { orders: MeView['orders']; staffRole: StaffRole | null }

/** The caller's own page. */
export function meView(ctx: Context, member: MemberDocument, around: Around): MeView {
  const { consent, tier } = member
  const isMember = member.joinedAt !== null
  return {
    isMember,
    nickname: member.nickname,
    avatarUrl: member.avatarUrl,
    birthday: member.birthday,
    cardNumber: isMember ? cardNumber(member._id) : null,
    joinedAt: member.joinedAt,
    tier: tier.tier,
    tierSince: tier.since,
    growth: tier.growth,
    ahead: tierAhead(tier, ctx.program),
    points: member.points,
    address: openAddress(ctx.vault, member.address),
    consent: consent && { version: consent.version, purposes: consent.purposes },
    ...around,
  }
}

/** The page of somebody who has done nothing here yet. */
export const strangerView = (ctx: Context, staffRole: StaffRole | null): MeView => ({
  isMember: false,
  nickname: '',
  avatarUrl: '',
  birthday: null,
  cardNumber: null,
  joinedAt: null,
  tier: 'basic',
  tierSince: ctx.now,
  growth: 0,
  ahead: tierAhead({ tier: 'basic', growth: 0, since: ctx.now }, ctx.program),
  points: { available: 0, pending: 0 },
  orders: { awaitingPayment: 0, paid: 0, shipped: 0 },
  address: null,
  consent: null,
  staffRole,
})

/** A customer in the staff's list. */
export const memberRow = (member: MemberDocument): MemberRow => ({
  id: member._id,
  name: displayName(member),
  avatarUrl: member.avatarUrl,
  isMember: member.joinedAt !== null,
  tier: member.tier.tier,
  stage: member.lifecycle.stage,
  recency: member.lifecycle.recency,
  lastInteractionAt: member.facts.lastInteractionAt,
  keptOrders: member.facts.keptOrders,
  netFen: member.facts.paidFen - member.facts.refundedFen,
})

/** A row of the ledger without its owner, who is known. */
export const pointsRow = ({ memberId: _owner, ...row }: PointsTransfer): PointsRow => row
