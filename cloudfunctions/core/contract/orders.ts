import type { CancelReason } from '@core/domain/orders/cancel-reason'
import {
  type CloseReason,
  ORDER_STATES,
  type OrderLine,
  type OrderState,
  type OrderStep,
  type Shipment,
  type Urged,
} from '@core/domain/orders/order'
import type { ReviewStep } from '@core/domain/orders/review-step'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { Adjustment } from '@core/domain/pricing/quote-types'
import {
  ORDER_LINES_MAX,
  POINTS_SPENT_MAX,
  PROMOTIONS_MAX,
  REMARK_MAX,
  SAMPLES_MAX,
} from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import { lineKeyText, lines } from './catalog'
import type { AllowanceUsed, NotFound } from './errors'
import type { AddressView } from './members'
import {
  address,
  cursor,
  entityId,
  mintedId,
  note,
  type Page,
  province,
  quantity,
  totalFen,
  word,
} from './primitives'

/** A line without its price. */
export type LineSnapshot = {
  key: string
  skuId: string
  productId: string
  title: string
  spec: string
  picture: string
  fields: { label: string; value: string }[]
  /** Available pieces; 0 when the product cannot be ordered. */
  available: number
}

/**
 * An order as its owner or the staff sees it. In lists the `lines` of its parcels are left out:
 * they are empty there.
 */
export type OrderView = {
  id: string
  state: OrderState
  nextStep: OrderStep
  lines: OrderLine[]
  goodsFen: Fen
  freightFen: Fen
  totalFen: Fen
  refundedFen: Fen
  adjustments: Adjustment[]
  earns: { points: number; growth: number }
  pointsSpent: number
  address: AddressView | null
  remark: string
  placedAt: number
  /** When the order closes unpaid, is confirmed automatically, or is completed. */
  dueAt: number | null
  paidAt: number | null
  shipments: Shipment[]
  canExtend: boolean
  /** An after-sale of it is undecided. */
  hasOpenAfterSale: boolean
  /** The next possible review of its goods. */
  reviewStep: ReviewStep | null
  receivedAt: number | null
  completedAt: number | null
  closedAt: number | null
  closeReason: CloseReason | null
  cancelReason: CancelReason | null
  /** How often the customer has asked for it to be sent, and when last. */
  urged: Urged | null
  /** When its customer last had it sent elsewhere; `null` never. */
  addressChangedAt: number | null
}

/**
 * The price of an order: `domain/pricing/quote` computes it from `material`, on the phone as in the
 * cloud. With it come the lines' snapshots and the delivery address.
 */
export type QuoteView = {
  material: PricingInput
  lines: LineSnapshot[]
  /** Snapshots of the gifts that promotions may add. */
  gifts: LineSnapshot[]
  address: AddressView | null
  /** Its id in the address book; `null` without one. */
  addressId: string | null
  isMember: boolean
}

/**
 * Lines to be priced, and where they go: an address of the caller's book (the default one without
 * it, or when it is gone), or a province alone.
 */
export const quoteInput = v.strictObject({
  lines,
  province: v.optional(province),
  addressId: v.optional(entityId),
})
export type QuoteInput = v.InferOutput<typeof quoteInput>

/**
 * `saved` is the default address of the caller's book and `book` a certain one: the phone receives
 * neither in full. `new` is for this order, and becomes the default of a customer without any.
 */
export const deliverTo = v.variant('kind', [
  v.strictObject({ kind: v.literal('saved') }),
  v.strictObject({ kind: v.literal('book'), addressId: entityId }),
  v.strictObject({ kind: v.literal('new'), address }),
])

/** The customer's choices: a coupon or `best`, points to spend, gifts by promotion. */
export const choice = v.strictObject({
  grantId: v.nullable(entityId),
  points: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(POINTS_SPENT_MAX)),
  samples: v.pipe(v.array(entityId), v.maxLength(SAMPLES_MAX)),
})

/** A gift as the phone showed it: of which promotion, and which pieces. */
const promisedGift = v.strictObject({ promotionId: entityId, skuId: entityId, quantity })

/** An order to place; idempotent by the `orderId` that the phone chooses. */
export const placeOrderInput = v.strictObject({
  orderId: mintedId,
  lines,
  deliverTo,
  choice,
  remark: note(REMARK_MAX),
  expectedTotalFen: totalFen,
  /** The gifts that were shown; phones of earlier releases do not say them. */
  expectedGifts: v.optional(v.pipe(v.array(promisedGift), v.maxLength(PROMOTIONS_MAX))),
})
export type PromisedGift = v.InferOutput<typeof promisedGift>

/** A gift that cannot be given any more. */
type GoneGift = Pick<PromisedGift, 'promotionId' | 'skuId'>

export type PlaceOrderInput = v.InferOutput<typeof placeOrderInput>

/** Why lines cannot be ordered; `field` is the invalid option of the line. */
export type LinesError =
  | { code: 'PRODUCT_GONE'; skuId: string }
  | { code: 'NOT_YET_ON_SALE'; skuId: string; from: number }
  | { code: 'LIMIT_REACHED'; skuId: string; max: number; per: 'order' | 'member' }
  | { code: 'OPTION_WRONG'; skuId: string; field: string; reason: string }
  | { code: 'TOTAL_TOO_HIGH'; maxFen: Fen }

/** Why an order was not placed; nothing has changed then. */
export type PlaceOrderError =
  | LinesError
  | { code: 'OUT_OF_STOCK'; skuId: string; available: number }
  /** The price has changed: `totalFen` is the new one for the same choices. */
  | { code: 'PRICE_CHANGED'; totalFen: Fen }
  /** Gifts that were shown cannot be given any more; `totalFen` is the price without them. */
  | { code: 'GIFT_GONE'; gifts: readonly GoneGift[]; totalFen: Fen }
  /** The coupon, the points or the promotion's pieces are no longer available. */
  | { code: 'OFFER_GONE'; sourceId: string }
  | { code: 'NO_DELIVERY'; province: string }
  /** Its lines say more than one order can store: it must be two orders. */
  | { code: 'ORDER_TOO_LARGE' }
  | { code: 'ADDRESS_NEEDED' }
  /** The id belongs to another order; choose a new one. */
  | { code: 'ORDER_ID_TAKEN' }
  /** The customer holds, or has given up today, as much as they may without paying. */
  | AllowanceUsed

/** One order, by id. */
export const orderInput = v.strictObject({ orderId: entityId })
export type OrderInput = v.InferOutput<typeof orderInput>

/** Orders in a state, or in one of several, latest first; of all states without any. */
export const orderListInput = v.strictObject({
  state: v.optional(
    v.union([
      v.picklist(ORDER_STATES),
      v.pipe(v.array(v.picklist(ORDER_STATES)), v.minLength(1), v.maxLength(ORDER_STATES.length)),
    ]),
  ),
  cursor,
})

/** A customer's own orders: in states, or to be reviewed; with a word, those that match it. */
export const ownOrderListInput = v.strictObject({
  ...orderListInput.entries,
  isReviewDue: v.optional(v.literal(true)),
  word: v.optional(word),
})
export type OwnOrderListInput = v.InferOutput<typeof ownOrderListInput>

/** The order's state does not allow the operation. */
export type WrongState = { code: 'WRONG_STATE'; state: OrderState }

/** The arguments of `wx.requestPayment`. */
export type PaymentArguments = {
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA' | 'MD5'
  paySign: string
}

/** The next step: open WeChat's payment dialog with the arguments, or nothing for a paid order. */
export type Payment = { kind: 'cashier'; arguments: PaymentArguments } | { kind: 'nothingToPay' }

/** Why the payment was not started. */
export type PayError = NotFound | WrongState | { code: 'PAYMENT_UNAVAILABLE'; reason: string }

/** A step of a parcel's trace. */
export type TraceStep = { at: number; words: string }

/** One parcel of an order, by its index. */
export const parcelInput = v.strictObject({
  orderId: entityId,
  at: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)),
})
export type ParcelInput = v.InferOutput<typeof parcelInput>

/** A parcel's trace, latest step first; `isKnown` is false while the carrier has none. */
export type ParcelView = Shipment & { isKnown: boolean; trace: TraceStep[] }

/** Operations of customers on their orders. */
export type OrdersContract = {
  'orders.quote': { input: QuoteInput; output: QuoteView; error: LinesError }
  'orders.place': { input: PlaceOrderInput; output: OrderView; error: PlaceOrderError }
  'orders.pay': { input: OrderInput; output: Payment; error: PayError }
  'orders.list': { input: OwnOrderListInput; output: Page<OrderView>; error: never }
  'orders.show': { input: OrderInput; output: OrderView; error: NotFound }
  'orders.confirmReceipt': { input: OrderInput; output: OrderView; error: NotFound | WrongState }
  /** Postpones the automatic confirmation by some days, once. */
  'orders.extendReceipt': { input: OrderInput; output: OrderView; error: NotFound | WrongState }
  'orders.parcel': { input: ParcelInput; output: ParcelView; error: NotFound }
}

/** Pieces of lines, each line once. */
export const pieces = v.pipe(
  v.array(v.strictObject({ key: lineKeyText, quantity })),
  v.minLength(1),
  v.maxLength(ORDER_LINES_MAX),
  v.check((all) => new Set(all.map((one) => one.key)).size === all.length, 'a line twice'),
)

/**
 * The staff's orders: in states, those that wait to be sent the oldest first; or with a word those
 * with this number or end of one, this receiver's name or phone, or goods of this name.
 */
export const staffOrderListInput = v.strictObject({
  ...orderListInput.entries,
  word: v.optional(word),
})
export type StaffOrderListInput = v.InferOutput<typeof staffOrderListInput>

/** A row of the staff's order list: the order and its customer. */
export type StaffOrderRow = OrderView & {
  memberId: string
  memberName: string
  /** By when it is to be sent; `null` when it does not wait for that. */
  shipBy: number | null
  /** What the staff have noted for themselves; empty without. */
  staffNote: string
}

/**
 * A page of the staff's orders. `near`: no goods are quite called what was searched for, and these
 * parts of it found the orders shown; `null` otherwise.
 */
export type StaffOrderPage = Page<StaffOrderRow> & { near: string[] | null }

/**
 * An order on the staff's page. While it waits to be shipped it contains the full phone number,
 * which the carrier asks for; afterwards nobody needs it.
 */
export type StaffOrderView = StaffOrderRow & { parcelPhone: string | null }

/** Operations of the staff on orders. */
export type OrdersAdminContract = {
  'orders.list': { input: StaffOrderListInput; output: StaffOrderPage; error: never }
  'orders.show': { input: OrderInput; output: StaffOrderView; error: NotFound }
}

declare module '@core/contract' {
  interface ShopOperations extends OrdersContract {}
  interface AdminOperations extends OrdersAdminContract {}
}
