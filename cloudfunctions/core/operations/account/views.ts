import type { MeView } from '@core/contract/account'

import type { MemberDocument } from '@core/data/members/documents'
import { cardNumber } from '@core/domain/members/member'

import type { StaffRole } from '@core/domain/staff/roles'
import { tierAhead } from '@core/domain/tiers/tier'
import type { Context } from '@core/operations/context'
import { openAddress } from '@core/operations/orders/views'

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
