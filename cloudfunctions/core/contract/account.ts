import { CONSENT_PURPOSES } from '@core/domain/members/consent'
import type { Tier } from '@core/domain/members/sections'
import type { StaffRole } from '@core/domain/staff/roles'
import type { TierAhead } from '@core/domain/tiers/tier'
import type { Day } from '@core/kernel/calendar'
import { NAME_MAX } from '@core/kernel/limits'
import * as v from 'valibot'
import type { AddressView } from './members'
import type { NoInput } from './primitives'
import { day, name, optionalName, ownFile } from './primitives'
import type { ShownProgram } from './program'

/** A consent: to which version of the text, for which purposes. */
export const consent = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  purposes: v.pipe(v.array(v.picklist(CONSENT_PURPOSES)), v.maxLength(CONSENT_PURPOSES.length)),
})
export type Consent = v.InferOutput<typeof consent>

/** Joining the programme: the consent and an optional name. */
export const joinInput = v.strictObject({ consent, nickname: v.optional(optionalName(NAME_MAX)) })
export type JoinInput = v.InferOutput<typeof joinInput>

/** The fields of their profile that a member may change; missing fields stay unchanged. */
export const updateInput = v.strictObject({
  nickname: v.optional(name(NAME_MAX)),
  /** A file in the shop's own cloud storage: a foreign server would learn who views it. */
  avatarUrl: v.optional(ownFile),
  birthday: v.optional(day),
})
export type UpdateInput = v.InferOutput<typeof updateInput>

/** Orders to be paid, sent, received and reviewed, and after-sales that are not over. */
export type OrderCounts = {
  awaitingPayment: number
  paid: number
  shipped: number
  toReview: number
  afterSales: number
}

/** The caller's own page, without stage and recency, which only the shop sees. */
export type MeView = {
  isMember: boolean
  nickname: string
  avatarUrl: string
  birthday: Day | null
  cardNumber: string | null
  joinedAt: number | null
  tier: Tier
  tierSince: number
  growth: number
  ahead: TierAhead
  points: { available: number; pending: number }
  /** Orders by what they wait for, as the lists of orders and after-sales count them. */
  orders: OrderCounts
  /** Coupons that can be used now. */
  coupons: number
  /** Conversations with an answer that the customer has not opened. */
  unread: number
  /** Reminders that were told and that the customer has not looked at. */
  remindersUnread: number
  address: AddressView | null
  consent: Consent | null
  program: ShownProgram
  /** The staff role, which shows the link to the staff's pages. */
  staffRole: StaffRole | null
}

/** WeChat does not allow the name. */
export type NicknameRefused = { code: 'TEXT_REFUSED'; field: 'nickname' }

/** A birthday before 1900 or after today, by the cloud's date. */
type BirthdayRefused = { code: 'BIRTHDAY_REFUSED'; field: 'birthday' }

/** Operations of customers on their membership. */
export type AccountContract = {
  'members.join': {
    input: JoinInput
    output: MeView
    error: { code: 'CONSENT_NEEDED' } | NicknameRefused
  }
  'members.me': { input: NoInput; output: MeView; error: never }
  'members.update': {
    input: UpdateInput
    output: MeView
    error: { code: 'NOT_A_MEMBER' } | NicknameRefused | BirthdayRefused
  }
  'privacy.consent': { input: Consent; output: Consent; error: never }
}

declare module '@core/contract' {
  interface ShopOperations extends AccountContract {}
}
