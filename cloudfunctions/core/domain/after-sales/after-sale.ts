import type { Order, OrderState } from '@core/domain/orders/order'
import { DAY_MS, type Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import type { Program } from '@core/kernel/settings'
import type { AskedPieces } from './pieces'

/** 仅退款, 退货退款, 换货. */
export const AFTER_SALE_KINDS = ['refund', 'returnRefund', 'exchange'] as const
export type AfterSaleKind = (typeof AFTER_SALE_KINDS)[number]

/** Why a customer wants to return something. */
export const AFTER_SALE_REASONS = [
  'NOT_WANTED',
  'QUALITY',
  'DAMAGED',
  'WRONG_ITEM',
  'NOT_AS_DESCRIBED',
  'LATE',
  'OTHER',
] as const
export type AfterSaleReason = (typeof AFTER_SALE_REASONS)[number]

/** The states of an after-sale and what leads from one to the next; the whole truth. */
export const AFTER_SALE_TRANSITIONS = {
  requested: { agree: 'agreed', refund: 'refunding', refuse: 'refused', withdraw: 'withdrawn' },
  /** The customer is to send the goods. */
  agreed: { sendBack: 'returning', withdraw: 'withdrawn', expire: 'withdrawn' },
  returning: { refund: 'refunding', receive: 'exchanging', refuse: 'refused' },
  /** The shop has the goods and is to send others. */
  exchanging: { sendAgain: 'done', refund: 'refunding' },
  refunding: { settle: 'done', fail: 'refundFailed' },
  /** The provider could not give the money back; the staff decide. */
  refundFailed: { retry: 'refunding', settle: 'done' },
  refused: {},
  withdrawn: {},
  done: {},
} as const satisfies Record<string, Record<string, string>>

export type AfterSaleState = keyof typeof AFTER_SALE_TRANSITIONS
type Exits = (typeof AFTER_SALE_TRANSITIONS)[AfterSaleState]
export type AfterSaleEvent = Exits extends infer E ? (E extends object ? keyof E : never) : never

/** All states, in the order a good after-sale passes them. */
export const AFTER_SALE_STATES = Object.keys(AFTER_SALE_TRANSITIONS) as [
  AfterSaleState,
  ...AfterSaleState[],
]

/** The states in which the shop or the customer still has to act. */
export const OPEN_AFTER_SALE_STATES = [
  'requested',
  'agreed',
  'returning',
  'exchanging',
  'refunding',
  'refundFailed',
] as const satisfies AfterSaleState[]

/** The states in which the shop has the next step. */
export const AWAITING_SHOP_STATES = [
  'requested',
  'returning',
  'exchanging',
  'refundFailed',
] as const satisfies AfterSaleState[]

/** The states in which money was agreed to be given back and has not arrived. */
export const MONEY_UNDER_WAY_STATES = [
  'refunding',
  'refundFailed',
] as const satisfies AfterSaleState[]

/** What happens next, and who is to do it. */
export const AFTER_SALE_STEPS = {
  requested: 'SHOP_DECIDES',
  agreed: 'CUSTOMER_SENDS_BACK',
  returning: 'SHOP_RECEIVES',
  exchanging: 'SHOP_SENDS_AGAIN',
  refunding: 'MONEY_ON_ITS_WAY',
  refundFailed: 'SHOP_REPAIRS_REFUND',
  refused: 'ASK_AGAIN_OR_COMPLAIN',
  withdrawn: 'NOTHING',
  done: 'NOTHING',
} as const satisfies Record<AfterSaleState, string>

export type AfterSaleStep = (typeof AFTER_SALE_STEPS)[AfterSaleState]

/** Goods on their way back, or others on their way to the customer. */
export type ReturnParcel = { carrier: string; trackingNumber: string; at: Instant }

/** One thing asked back. Its `refundNumber` is the provider's, so that a refund is made once. */
export type AfterSale = {
  id: string
  orderId: string
  memberId: string
  version: number
  kind: AfterSaleKind
  state: AfterSaleState
  lines: AskedPieces[]
  reason: AfterSaleReason
  words: string
  /** Evidence: files of the shop's own cloud storage. */
  pictures: string[]
  /** The SKU wanted instead (`exchange`), of the same product and price. */
  exchangeSkuId: string | null
  withFreight: boolean
  /** What goes back, as booked; as estimated until then. */
  refundFen: Fen
  deductionFen: Fen
  /** The order was not paid here: the money is given back outside the shop, and recorded here. */
  isOutside: boolean
  /** How often the money was sent: a refund that the provider closed needs another number. */
  refundTry: number
  /** Why the refund failed last: the provider's status, or its refusal. */
  refundFailure?: string
  /** What the staff did instead of a refund that failed; `by` is a member id. */
  handled?: { by: string | null; note: string; at: Instant }
  /** Why the shop refused, in its words. */
  refusal: string
  returnParcel: ReturnParcel | null
  exchangeParcel: ReturnParcel | null
  /** Whether what came back can be sold again. */
  isRestocked: boolean
  requestedAt: Instant
  /** When its customer last changed what they ask for. */
  changedAt?: Instant
  /** When the next step is due: the shop's answer, or the customer's parcel. */
  dueAt: Instant | null
  decidedAt: Instant | null
  receivedAt: Instant | null
  finishedAt: Instant | null
}

/** The provider's number of a refund (`out_refund_no`): the id, and after it which try it is. */
export const refundNumber = ({ id, refundTry }: Pick<AfterSale, 'id' | 'refundTry'>): string =>
  refundTry === 1 ? id : `${id}-${refundTry}`

/** The after-sale behind a refund's number. */
export const afterSaleIdOf = (number: string): string => number.split('-')[0] ?? number

/** The state an event leads to, or `null` when the table forbids it. */
export function nextAfterSaleState(
  state: AfterSaleState,
  event: AfterSaleEvent,
): AfterSaleState | null {
  const exits: Partial<Record<AfterSaleEvent, AfterSaleState>> = AFTER_SALE_TRANSITIONS[state]
  return exits[event] ?? null
}

/** Whether an after-sale is in the state an event leads to: it is not applied again. */
export const hasReached = (state: AfterSaleState, event: AfterSaleEvent): boolean =>
  AFTER_SALE_STATES.some((from) => nextAfterSaleState(from, event) === state)

/** Moves an after-sale along the table; a forbidden move is a bug of the caller and throws. */
export function transitionAfterSale(
  afterSale: AfterSale,
  event: AfterSaleEvent,
  changes: Partial<AfterSale> = {},
): AfterSale {
  const state = nextAfterSaleState(afterSale.state, event)
  if (state === null) {
    throw new Error(`after-sale ${afterSale.id}: ${event} is forbidden in ${afterSale.state}`)
  }
  return { ...afterSale, dueAt: null, ...changes, state }
}

/** Whether its customer may still change what they ask for: until the shop has decided. */
export const canChangeRequest = ({ state }: Pick<AfterSale, 'state'>): boolean =>
  state === 'requested'

/** When the shop's answer is due. */
export const shopAnswerDueAt = (at: Instant, program: Program): Instant =>
  at + program.afterSaleAnswerDays * DAY_MS

/** When the customer's parcel is due. */
export const sendBackDueAt = (at: Instant, program: Program): Instant =>
  at + program.afterSaleSendBackDays * DAY_MS

/** The states of an order in which its customer may ask for each kind. */
const REQUESTABLE_STATES = {
  refund: ['paid', 'refunding', 'partlyShipped', 'shipped', 'received'],
  returnRefund: ['partlyShipped', 'shipped', 'received'],
  exchange: ['shipped', 'received'],
} as const satisfies Record<AfterSaleKind, readonly OrderState[]>

/** What may be asked for of an order now; nothing of one that is completed, closed or unpaid. */
export const requestableKinds = ({ state }: Pick<Order, 'state'>): AfterSaleKind[] =>
  AFTER_SALE_KINDS.filter((kind) =>
    (REQUESTABLE_STATES[kind] as readonly OrderState[]).includes(state),
  )

/** Whether goods can come back only because they have been sent. */
export const needsReturn = (kind: AfterSaleKind): boolean => kind !== 'refund'
