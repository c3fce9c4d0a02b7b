import type { PathStep, SixStage } from '@core/domain/lifecycle/vocabularies'
import { BLOCK_DAYS } from '@core/domain/members/block'
import type { HistoryKind } from '@core/domain/members/facts'
import { CHANNELS } from '@core/domain/members/facts'
import type { LifecycleTransition } from '@core/domain/members/member'
import type {
  MemberLifecycle,
  PurchaseInterval,
  Recency,
  Stage,
  Tier,
} from '@core/domain/members/sections'
import { RECENCIES, STAGES, TIERS } from '@core/domain/members/sections'
import type { Day } from '@core/kernel/calendar'
import { HIDE_REASON_MAX } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import type { NotFound } from './errors'
import type { OrderView } from './orders'
import type { PointsRow } from './points'
import type { NoInput, Page } from './primitives'
import { cursor, entityId, plainText, word } from './primitives'

/** Which members to list; no filter lists all, latest contact first. */
export const memberListInput = v.strictObject({
  stage: v.optional(v.picklist(STAGES)),
  recency: v.optional(v.picklist(RECENCIES)),
  tier: v.optional(v.picklist(TIERS)),
  channel: v.optional(v.picklist(CHANNELS)),
  /**
   * A prefix of the name or of the customer's number in another system, a phone number in any
   * spelling, a receiver's name, or an order's number.
   */
  word: v.optional(word),
  cursor,
})
export type MemberListInput = v.InferOutput<typeof memberListInput>

/** A customer in the staff's list. */
export type MemberRow = {
  id: string
  name: string
  avatarUrl: string
  isMember: boolean
  tier: Tier
  stage: Stage
  recency: Recency
  lastInteractionAt: number
  keptOrders: number
  netFen: Fen
}

/** An entry of a customer's timeline: the event, and the transitions it caused. */
export type TimelineRow = {
  id: string
  kind: HistoryKind
  at: number
  productTitle?: string
  /** Of a reading: what was read. */
  articleTitle?: string
  /** Of a reading: the tags that it speaks for, by name. */
  tags?: string[]
  word?: string
  orderId?: string
  fen?: Fen
  points?: number
  /** Of a block and its end: why, and until when (`null`: for good). */
  words?: string
  until?: number | null
  transitions: LifecycleTransition[]
}

/** A customer's page. */
export type MemberDetail = MemberRow & {
  channel: string
  externalId: string | null
  cardNumber: string | null
  phone: string | null
  /** There is a phone number, but its key is lost or its ciphertext damaged: `phone` is `null`. */
  isPhoneUnreadable?: true
  birthday: Day | null
  firstContactAt: number
  joinedAt: number | null
  growth: number
  points: { available: number; pending: number }
  lifecycle: MemberLifecycle
  sixStage: SixStage
  pathStep: PathStep
  reviewOn: Day | null
  purchaseInterval: PurchaseInterval
  paidFen: Fen
  refundedFen: Fen
  /** Whether it is a WeChat user of the shop, who can be blocked; imported customers are not. */
  canBlock: boolean
  /** The block in force. */
  block: BlockView | null
  orders: Page<OrderView>
  ledger: Page<PointsRow>
  history: Page<TimelineRow>
  timeline: Page<TimelineRow>
}

/** One customer, by id. */
export const memberInput = v.strictObject({ memberId: entityId })
export type MemberInput = v.InferOutput<typeof memberInput>

/** Blocks a customer for some days, or for good; the reason is for the staff. */
export const blockInput = v.strictObject({
  memberId: entityId,
  reason: plainText(HIDE_REASON_MAX),
  days: v.nullable(v.picklist(BLOCK_DAYS)),
})
export type BlockInput = v.InferOutput<typeof blockInput>

/** A block in force: why, since when, and until when (`null`: for good). */
export type BlockView = { reason: string; at: number; until: number | null }

/** `NOT_A_WECHAT_USER`: an imported customer, who cannot call the shop. */
export type BlockError = NotFound | { code: 'NOT_A_WECHAT_USER' }

/** A page of something that belongs to one customer. */
export const memberPageInput = v.strictObject({ memberId: entityId, cursor })
export type MemberPageInput = v.InferOutput<typeof memberPageInput>

/** The number of customers by status. Stages sum to `total`, and so do recencies. */
export type LifecycleBoard = {
  total: number
  members: number
  stages: Record<Stage, number>
  recencies: Record<Recency, number>
  tiers: Record<Tier, number>
}

/** Operations of the staff on customers. */
export type CustomersAdminContract = {
  'members.list': { input: MemberListInput; output: Page<MemberRow>; error: never }
  'members.show': { input: MemberInput; output: MemberDetail; error: NotFound }
  'members.orders': { input: MemberPageInput; output: Page<OrderView>; error: NotFound }
  'members.points': { input: MemberPageInput; output: Page<PointsRow>; error: NotFound }
  'members.history': { input: MemberPageInput; output: Page<TimelineRow>; error: NotFound }
  'members.timeline': { input: MemberPageInput; output: Page<TimelineRow>; error: NotFound }
  'members.block': { input: BlockInput; output: BlockView; error: BlockError }
  'members.unblock': { input: MemberInput; output: null; error: BlockError }
  'lifecycle.board': { input: NoInput; output: LifecycleBoard; error: never }
}

declare module '@core/contract' {
  interface AdminOperations extends CustomersAdminContract {}
}
