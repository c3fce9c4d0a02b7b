import { CONSENT_PURPOSES } from '@core/domain/members/consent'
import { REPORTED_EVENTS } from '@core/domain/members/facts'
import type { PointsTransfer } from '@core/domain/points/points'
import type { StaffRole } from '@core/domain/staff/roles'
import type { Tier, TierAhead } from '@core/domain/tiers/tier'
import type { Day } from '@core/kernel/calendar'
import { EVENTS_MAX, NAME_MAX } from '@core/kernel/limits'
import * as v from 'valibot'
import type { NoInput } from './catalog'
import type { AddressView } from './orders'
import { cursor, day, entityId, instant, mintedId, ownFile, type Page, word } from './primitives'

/** A consent as it was given: to which text, for which purposes. */
export const consent = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  purposes: v.pipe(v.array(v.picklist(CONSENT_PURPOSES)), v.maxLength(CONSENT_PURPOSES.length)),
})
export type Consent = v.InferOutput<typeof consent>

const nickname = v.pipe(v.string(), v.trim(), v.maxLength(NAME_MAX))

/** Joining: the consent it rests on and, if told, a name. */
export const joinInput = v.strictObject({ consent, nickname: v.optional(nickname) })
export type JoinInput = v.InferOutput<typeof joinInput>

/** What a member may change about themselves; what is left out stays. */
export const updateInput = v.strictObject({
  nickname: v.optional(v.pipe(nickname, v.nonEmpty())),
  /** A file of the shop's own cloud storage: a foreign address would report who looks at it. */
  avatarUrl: v.optional(ownFile),
  birthday: v.optional(day),
})
export type UpdateInput = v.InferOutput<typeof updateInput>

/** The caller's own page. Stage and activity are the shop's view and are not in it. */
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
  orders: { awaitingPayment: number; paid: number; shipped: number }
  address: AddressView | null
  consent: Consent | null
  /** The role of a member of staff, who is shown the way to the staff's pages. */
  staffRole: StaffRole | null
}

/** A row of the points ledger as its owner reads it. */
export type PointsRow = Omit<PointsTransfer, 'memberId'>

/** The next page of a list of the caller's own. */
export const pageInput = v.strictObject({ cursor })
export type PageInput = v.InferOutput<typeof pageInput>

/** An event that the phone saw. `at` is the phone's clock and is bounded by the server's. */
export const reportedEvent = v.strictObject({
  id: mintedId,
  kind: v.picklist(REPORTED_EVENTS),
  at: instant,
  productId: v.optional(entityId),
  word: v.optional(word),
  /** Of a reading: what was read. */
  articleId: v.optional(entityId),
  /** The code of the member whose card led here. */
  sharer: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{22}$/))),
})
export type ReportedEvent = v.InferOutput<typeof reportedEvent>

/** A few events at once, as the phone collected them. */
export const recordInput = v.strictObject({
  events: v.pipe(v.array(reportedEvent), v.minLength(1), v.maxLength(EVENTS_MAX)),
})
export type RecordInput = v.InferOutput<typeof recordInput>

/** What a customer may do as a member. */
export type MembersContract = {
  'members.join': { input: JoinInput; output: MeView; error: { code: 'CONSENT_NEEDED' } }
  'members.me': { input: NoInput; output: MeView; error: never }
  'members.update': {
    input: UpdateInput
    output: MeView
    error: { code: 'NOT_A_MEMBER' } | { code: 'TEXT_REFUSED'; field: 'nickname' }
  }
  'points.history': {
    input: PageInput
    output: Page<PointsRow> & { available: number; pending: number }
    error: never
  }
  /** Records nothing, and says so, unless the caller agreed to it. */
  'events.record': { input: RecordInput; output: { recorded: number }; error: never }
  'privacy.consent': { input: Consent; output: Consent; error: never }
}
