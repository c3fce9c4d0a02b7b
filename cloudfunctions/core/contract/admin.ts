import {
  type PurchaseInterval,
  RECENCIES,
  type Recency,
  STAGES,
  type Stage,
} from '@core/domain/lifecycle/status'
import type { PathStep, SixStage } from '@core/domain/lifecycle/vocabularies'
import { CHANNELS, type HistoryKind } from '@core/domain/members/facts'
import type { LifecycleTransition, MemberLifecycle } from '@core/domain/members/member'
import type { ParcelError } from '@core/domain/orders/transitions'
import { TIERS, type Tier } from '@core/domain/tiers/tier'
import type { Day } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import { type AfterSalesAdminContract, parcelWords, pieces } from './after-sales'
import type { NoInput } from './catalog'
import type { ArticlesAdminContract } from './content'
import type { CouponsAdminContract } from './coupons'
import type { NotFound } from './errors'
import type { ImportsContract } from './imports'
import type { PointsRow } from './members'
import type { MessagesAdminContract } from './notifications'
import {
  type OrderInput,
  type OrderListInput,
  type OrderView,
  orderInput,
  type WrongState,
} from './orders'
import { cursor, entityId, type Page, word } from './primitives'
import type { ProductsContract } from './products'
import type { PromotionsAdminContract } from './promotions'
import type { QuestionsAdminContract } from './questions'
import type { ReconciliationAdminContract } from './reconciliation'
import type { ReviewsAdminContract } from './reviews'
import type { ServiceAdminContract } from './service'
import type { StockAdminContract } from './stock'
import type { WorkbenchContract } from './workbench'

/** Which members to list; no filter lists all, latest contact first. */
export const memberListInput = v.strictObject({
  stage: v.optional(v.picklist(STAGES)),
  recency: v.optional(v.picklist(RECENCIES)),
  tier: v.optional(v.picklist(TIERS)),
  channel: v.optional(v.picklist(CHANNELS)),
  /** A beginning of the name, the customer's number in another system, or a phone number. */
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

/** A line of a customer's timeline: what happened, and what turned because of it. */
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
  transitions: LifecycleTransition[]
}

/** A customer's page. */
export type MemberDetail = MemberRow & {
  channel: string
  externalId: string | null
  cardNumber: string | null
  phone: string | null
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
  orders: Page<OrderView>
  ledger: Page<PointsRow>
  history: Page<TimelineRow>
  timeline: Page<TimelineRow>
}

/** One customer, by id. */
export const memberInput = v.strictObject({ memberId: entityId })
export type MemberInput = v.InferOutput<typeof memberInput>

/** A page of something that belongs to one customer. */
export const memberPageInput = v.strictObject({ memberId: entityId, cursor })
export type MemberPageInput = v.InferOutput<typeof memberPageInput>

/** How many customers are where. Stages sum to `total`, and so do activities. */
export type LifecycleBoard = {
  total: number
  members: number
  stages: Record<Stage, number>
  recencies: Record<Recency, number>
  tiers: Record<Tier, number>
}

/** A parcel on its way: which order, whose carrier, what number, what is in it. */
export const shipInput = v.strictObject({
  ...orderInput.entries,
  ...parcelWords,
  /** The pieces in this parcel; everything that is left to send when none are named. */
  lines: v.optional(pieces),
})
export type ShipInput = v.InferOutput<typeof shipInput>

/** A row of the staff's order list: the order and whose it is. */
export type StaffOrderRow = OrderView & { memberId: string; memberName: string }

/**
 * An order on a page of its own. While it waits to be sent it carries the phone number in full:
 * the carrier asks for it, and afterwards nobody needs it any more.
 */
export type StaffOrderView = StaffOrderRow & { parcelPhone: string | null }

/** What a new cloud environment was given, and what only its console can make. */
export type SetupReport = {
  created: string[]
  existing: string[]
  /** Indexes to be made by hand: `orders: memberId ↑, placedAt ↓`. */
  indexes: string[]
}

/** Everything the staff may call. */
export type AdminContract = ServiceAdminContract &
  ReconciliationAdminContract &
  MessagesAdminContract &
  ArticlesAdminContract &
  ReviewsAdminContract &
  QuestionsAdminContract &
  AfterSalesAdminContract &
  CouponsAdminContract &
  PromotionsAdminContract &
  StockAdminContract &
  ImportsContract &
  ProductsContract &
  WorkbenchContract & {
    'members.list': { input: MemberListInput; output: Page<MemberRow>; error: never }
    'members.show': { input: MemberInput; output: MemberDetail; error: NotFound }
    'members.orders': { input: MemberPageInput; output: Page<OrderView>; error: NotFound }
    'members.points': { input: MemberPageInput; output: Page<PointsRow>; error: NotFound }
    'members.history': { input: MemberPageInput; output: Page<TimelineRow>; error: NotFound }
    'members.timeline': { input: MemberPageInput; output: Page<TimelineRow>; error: NotFound }
    'setup.prepare': { input: NoInput; output: SetupReport; error: never }
    'lifecycle.board': { input: NoInput; output: LifecycleBoard; error: never }
    'orders.list': { input: OrderListInput; output: Page<StaffOrderRow>; error: never }
    'orders.show': { input: OrderInput; output: StaffOrderView; error: NotFound }
    'orders.ship': {
      input: ShipInput
      output: StaffOrderView
      error: NotFound | WrongState | ParcelError | { code: 'TOO_MANY_PARCELS'; max: number }
    }
  }
