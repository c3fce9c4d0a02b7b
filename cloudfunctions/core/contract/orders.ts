import {
  type CloseReason,
  type NextStep,
  ORDER_STATES,
  type OrderLine,
  type OrderState,
  type Shipment,
} from '@core/domain/orders/order'
import type { ReviewStep } from '@core/domain/orders/review-step'
import type { ParcelError } from '@core/domain/orders/transitions'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { Adjustment } from '@core/domain/pricing/quote-types'
import { CART_LINES_MAX, POINTS_SPENT_MAX, REMARK_MAX, SAMPLES_MAX } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import { lineKeyText, lines } from './catalog'
import type { NotFound } from './errors'
import type { AddressView } from './members'
import {
  address,
  cursor,
  entityId,
  fen,
  mintedId,
  type Page,
  province,
  quantity,
} from './primitives'

/** What a line says besides its price. */
export type LineSnapshot = {
  key: string
  skuId: string
  productId: string
  title: string
  spec: string
  picture: string
  fields: { label: string; value: string }[]
  /** Pieces that can be had now; 0 when the product cannot be ordered. */
  available: number
}

/** An order as its owner or the staff sees it. */
export type OrderView = {
  id: string
  state: OrderState
  nextStep: NextStep
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
  /** Until when it can be paid, when it confirms itself, or when it is completed. */
  dueAt: number | null
  paidAt: number | null
  shipments: Shipment[]
  canExtend: boolean
  /** Something of it is asked back and undecided. */
  hasOpenAfterSale: boolean
  /** The next word to be said of its goods. */
  reviewStep: ReviewStep | null
  receivedAt: number | null
  completedAt: number | null
  closedAt: number | null
  closeReason: CloseReason | null
}

/**
 * What an order would cost follows from `material` by `domain/pricing/quote`, on the phone as in
 * the cloud; with it come the lines' words and the address it would go to.
 */
export type QuoteView = {
  material: PricingInput
  lines: LineSnapshot[]
  /** Words of the gifts that activities may add, by SKU. */
  gifts: LineSnapshot[]
  address: AddressView | null
  isMember: boolean
}

/** Lines to be priced; a typed address names its province. */
export const quoteInput = v.strictObject({ lines, province: v.optional(province) })
export type QuoteInput = v.InferOutput<typeof quoteInput>

/** `saved` is the address of the last order, which never travels back to the phone in full. */
export const deliverTo = v.variant('kind', [
  v.strictObject({ kind: v.literal('saved') }),
  v.strictObject({ kind: v.literal('new'), address }),
])

/** What the customer chose: a coupon or `best`, points to spend, samples by activity. */
export const choice = v.strictObject({
  grantId: v.nullable(entityId),
  points: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(POINTS_SPENT_MAX)),
  samples: v.pipe(v.array(entityId), v.maxLength(SAMPLES_MAX)),
})

/** An order to be placed. The phone mints `orderId`; the same one twice is one order. */
export const placeOrderInput = v.strictObject({
  orderId: mintedId,
  lines,
  deliverTo,
  choice,
  remark: v.pipe(v.string(), v.trim(), v.maxLength(REMARK_MAX)),
  expectedTotalFen: fen,
})
export type PlaceOrderInput = v.InferOutput<typeof placeOrderInput>

/** Why lines cannot be ordered; `field` names a wrong option of the line. */
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
  /** The price is another one now: `totalFen` with the same choice. */
  | { code: 'PRICE_CHANGED'; totalFen: Fen }
  /** The coupon, the points or the activity's pieces have gone elsewhere meanwhile. */
  | { code: 'OFFER_GONE'; sourceId: string }
  | { code: 'NO_DELIVERY'; province: string }
  | { code: 'ADDRESS_NEEDED' }
  /** The id belongs to another order: mint a new one. */
  | { code: 'ORDER_ID_TAKEN' }

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
export type OrderListInput = v.InferOutput<typeof orderListInput>

/** What an order's state does not allow. */
export type WrongState = { code: 'WRONG_STATE'; state: OrderState }

/** The arguments of `wx.requestPayment`. */
export type PaymentArguments = {
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA' | 'MD5'
  paySign: string
}

/** What to do now: hand the arguments to WeChat's cashier, or nothing, the order being paid. */
export type Payment = { kind: 'cashier'; arguments: PaymentArguments } | { kind: 'nothingToPay' }

/** Why no payment could be begun. */
export type PayError = NotFound | WrongState | { code: 'PAYMENT_UNAVAILABLE'; reason: string }

/** A step of a parcel's way. */
export type TraceStep = { at: number; words: string }

/** One parcel of an order, by its place among them. */
export const parcelInput = v.strictObject({
  orderId: entityId,
  at: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)),
})
export type ParcelInput = v.InferOutput<typeof parcelInput>

/** A parcel's way, latest step first; `isKnown` is false while the carrier says nothing. */
export type ParcelView = Shipment & { isKnown: boolean; trace: TraceStep[] }

/** What a customer may do with orders of their own. */
export type OrdersContract = {
  'orders.quote': { input: QuoteInput; output: QuoteView; error: LinesError }
  'orders.place': { input: PlaceOrderInput; output: OrderView; error: PlaceOrderError }
  'orders.pay': { input: OrderInput; output: Payment; error: PayError }
  'orders.list': { input: OrderListInput; output: Page<OrderView>; error: never }
  'orders.show': { input: OrderInput; output: OrderView; error: NotFound }
  'orders.cancel': {
    input: OrderInput
    output: OrderView
    error: NotFound | WrongState | { code: 'PAYMENT_UNAVAILABLE' }
  }
  'orders.confirmReceipt': { input: OrderInput; output: OrderView; error: NotFound | WrongState }
  /** Puts the confirmation off by some days, once. */
  'orders.extendReceipt': { input: OrderInput; output: OrderView; error: NotFound | WrongState }
  'orders.parcel': { input: ParcelInput; output: ParcelView; error: NotFound }
}

/** Pieces of lines, each line once. */
export const pieces = v.pipe(
  v.array(v.strictObject({ key: lineKeyText, quantity })),
  v.minLength(1),
  v.maxLength(CART_LINES_MAX * 2),
  v.check((all) => new Set(all.map((one) => one.key)).size === all.length, 'a line twice'),
)

/** A parcel: whose carrier, what number. */
export const parcelWords = {
  carrier: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(20)),
  trackingNumber: v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{6,32}$/)),
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

/** What the staff may do with orders. */
export type OrdersAdminContract = {
  'orders.list': { input: OrderListInput; output: Page<StaffOrderRow>; error: never }
  'orders.show': { input: OrderInput; output: StaffOrderView; error: NotFound }
  'orders.ship': {
    input: ShipInput
    output: StaffOrderView
    error: NotFound | WrongState | ParcelError | { code: 'TOO_MANY_PARCELS'; max: number }
  }
}

declare module '@core/contract' {
  interface ShopOperations extends OrdersContract {}
  interface AdminOperations extends OrdersAdminContract {}
}
