import type { MeView } from '@core/contract/account'
import type { MemberDocument } from '@core/data/members/documents'
import { consentOf, contactOf, isMember, profileOf } from '@core/data/members/member-section'
import { pointsOf } from '@core/data/points/member-section'
import { tierStateOf } from '@core/data/tiers/member-section'
import { cardNumber } from '@core/domain/members/member'

import type { StaffRole } from '@core/domain/staff/roles'
import { tierAhead } from '@core/domain/tiers/tier'
import { openAddress } from '@core/operations/addresses/sealed-address'
import type { Context } from '@core/operations/context'
import { shownProgram } from '@core/operations/program/views'

type Around = Pick<MeView, 'orders' | 'coupons' | 'unread' | 'remindersUnread' | 'staffRole'>

/** The caller's own page. */
export function meView(ctx: Context, member: MemberDocument, around: Around): MeView {
  const { nickname, avatarUrl, birthday, joinedAt } = profileOf(member)
  const [consent, tier] = [consentOf(member), tierStateOf(member)]
  return {
    isMember: isMember(member),
    nickname,
    avatarUrl,
    birthday,
    cardNumber: isMember(member) ? cardNumber(member._id) : null,
    joinedAt,
    tier: tier.tier,
    tierSince: tier.since,
    growth: tier.growth,
    ahead: tierAhead(tier, ctx.program),
    points: pointsOf(member),
    address: openAddress(ctx.vault, contactOf(member).address),
    consent: consent && { version: consent.version, purposes: consent.purposes },
    program: shownProgram(ctx),
    ...around,
  }
}

/** The page of a caller who has not done anything in the shop yet. */
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
  orders: { awaitingPayment: 0, paid: 0, shipped: 0, toReview: 0, afterSales: 0 },
  coupons: 0,
  unread: 0,
  remindersUnread: 0,
  address: null,
  consent: null,
  program: shownProgram(ctx),
  staffRole,
})
