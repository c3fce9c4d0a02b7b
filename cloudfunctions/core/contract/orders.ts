import * as v from 'valibot'
import { REMARK_MAX } from '../domain/limits'
import type { Fen } from '../domain/money'
import {
  ORDER_STATES,
  type CloseReason,
  type NextStep,
  type OrderLine,
  type OrderState,
  type Shipment,
} from '../domain/order'
import type { Quote } from '../domain/pricing'
import type { NotFound } from './errors'
import { address, cursor, entityId, fen, lines, mintedId, type Page } from './primitives'

/** An address as it is shown: the phone number masked. */
export type AddressView = { name: string; phone: string; region: string; street: string }

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
  adjustments: Quote['adjustments']
  earns: { points: number; growth: number }
  address: AddressView | null
  remark: string
  placedAt: number
  /** Until when it can be paid, or when it confirms itself. */
  dueAt: number | null
  paidAt: number | null
  shipment: Shipment | null
  receivedAt: number | null
  closedAt: number | null
  closeReason: CloseReason | null
}

/** A priced order before it is placed, with the address it would go to. */
export type QuoteView = Omit<Quote, 'lines'> & {
  lines: (OrderLine & { available: number })[]
  address: AddressView | null
  isMember: boolean
}

/** Lines to be priced. */
export const quoteInput = v.strictObject({ lines })
export type QuoteInput = v.InferOutput<typeof quoteInput>

/** `saved` is the address of the last order, which never travels back to the phone in full. */
export const deliverTo = v.variant('kind', [
  v.strictObject({ kind: v.literal('saved') }),
  v.strictObject({ kind: v.literal('new'), address }),
])

/** An order to be placed. The phone mints `orderId`; the same one twice is one order. */
export const placeOrderInput = v.strictObject({
  orderId: mintedId,
  lines,
  deliverTo,
  remark: v.pipe(v.string(), v.trim(), v.maxLength(REMARK_MAX)),
  expectedTotalFen: fen,
})
export type PlaceOrderInput = v.InferOutput<typeof placeOrderInput>

/** Why lines cannot be priced. */
export type LinesError = { code: 'PRODUCT_GONE'; skuId: string }

/** Why an order was not placed; nothing has changed then. */
export type PlaceOrderError =
  | LinesError
  | { code: 'OUT_OF_STOCK'; skuId: string; available: number }
  | { code: 'PRICE_CHANGED'; totalFen: Fen }
  | { code: 'ADDRESS_NEEDED' }
  /** The id belongs to another order: mint a new one. */
  | { code: 'ORDER_ID_TAKEN' }

/** One order, by id. */
export const orderInput = v.strictObject({ orderId: entityId })
export type OrderInput = v.InferOutput<typeof orderInput>

/** Orders by state, latest first. */
export const orderListInput = v.strictObject({
  state: v.optional(v.picklist(ORDER_STATES)),
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
  signType: 'RSA'
  paySign: string
}

/** Why no payment could be begun. */
export type PayError = NotFound | WrongState | { code: 'PAYMENT_UNAVAILABLE'; reason: string }

/** What a customer may do with orders of their own. */
export type OrdersContract = {
  'orders.quote': { input: QuoteInput; output: QuoteView; error: LinesError }
  'orders.place': { input: PlaceOrderInput; output: OrderView; error: PlaceOrderError }
  'orders.pay': { input: OrderInput; output: PaymentArguments; error: PayError }
  'orders.list': { input: OrderListInput; output: Page<OrderView>; error: never }
  'orders.show': { input: OrderInput; output: OrderView; error: NotFound }
  'orders.cancel': {
    input: OrderInput
    output: OrderView
    error: NotFound | WrongState | { code: 'PAYMENT_UNAVAILABLE' }
  }
  'orders.confirmReceipt': { input: OrderInput; output: OrderView; error: NotFound | WrongState }
}
