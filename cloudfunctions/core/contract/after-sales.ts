import {
  AFTER_SALE_KINDS,
  AFTER_SALE_REASONS,
  type AfterSale,
  type AfterSaleKind,
  type AfterSaleState,
  type AfterSaleStep,
} from '@core/domain/after-sales/after-sale'
import type { AmountError, RefundError } from '@core/domain/after-sales/refund'
import type { OrderLine } from '@core/domain/orders/order'
import type { PiecesAtPrice } from '@core/domain/pricing/quote-types'
import { AFTER_SALE_WORDS_MAX, EVIDENCE_MAX } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import type { NotFound } from './errors'
import type { WrongState } from './orders'
import { pieces } from './orders'
import type { NoInput } from './primitives'
import { cursor, entityId, integer, mintedId, note, ownFile, type Page, text } from './primitives'
import { type NumberUsed, parcelWords } from './shipping'
import {
  expectedFen,
  type GoodwillInput,
  type GoodwillPreviewInput,
  isGiftWaived,
} from './staff-refunds'

const words = note(AFTER_SALE_WORDS_MAX)

/** What is to become of which pieces. */
const asked = {
  kind: v.picklist(AFTER_SALE_KINDS),
  lines: pieces,
}

/** All that a customer says in a request. */
const request = {
  ...asked,
  reason: v.picklist(AFTER_SALE_REASONS),
  words,
  pictures: v.pipe(v.array(ownFile), v.maxLength(EVIDENCE_MAX)),
  exchangeSkuId: v.nullable(entityId),
}

/** The caller's request that is being changed: its pieces may be asked for again. */
const changing = { afterSaleId: v.optional(mintedId) }

/** An order of which something is to be asked back. */
export const optionsInput = v.strictObject({ orderId: entityId, ...changing })
export type OptionsInput = v.InferOutput<typeof optionsInput>

/** The input of an estimate. */
export const estimateInput = v.strictObject({ orderId: entityId, ...asked, ...changing })
export type EstimateInput = v.InferOutput<typeof estimateInput>

/** A request for an after-sale; idempotent by the id that the phone chooses. */
export const requestInput = v.strictObject({
  orderId: entityId,
  afterSaleId: mintedId,
  ...request,
})
export type RequestInput = v.InferOutput<typeof requestInput>

/** What a request is to say instead, of the version that its customer has seen. */
export const changeRequestInput = v.strictObject({
  afterSaleId: mintedId,
  version: integer(1, 1_000_000),
  ...request,
})
export type ChangeRequestInput = v.InferOutput<typeof changeRequestInput>

/** One after-sale, by id. */
export const afterSaleInput = v.strictObject({ afterSaleId: mintedId })
export type AfterSaleInput = v.InferOutput<typeof afterSaleInput>

/** A parcel of an after-sale: the customer's return, or the shop's replacement. */
export const afterSaleParcelInput = v.strictObject({
  ...afterSaleInput.entries,
  ...parcelWords,
})
export type AfterSaleParcelInput = v.InferOutput<typeof afterSaleParcelInput>

/** What would be refunded: money, the freight in it, points, and the deduction for kept gifts. */
export type Estimate = {
  lines: { key: string; quantity: number; fen: Fen }[]
  totalFen: Fen
  freightFen: Fen
  deductionFen: Fen
  points: number
  clawPoints: number
  isWhole: boolean
}

/** A line of an after-sale, as it was ordered. */
export type AfterSaleLine = Pick<
  OrderLine,
  'key' | 'kind' | 'skuId' | 'productId' | 'title' | 'spec' | 'name' | 'picture' | 'unitFen'
> & {
  quantity: number
  /** What the pieces of the ordered line cost. */
  prices: PiecesAtPrice[]
}

/** An after-sale as its customer or the staff sees it. */
export type AfterSaleView = Omit<
  AfterSale,
  'memberId' | 'lines' | 'refundTry' | 'refundFailure' | 'handled'
> & {
  nextStep: AfterSaleStep
  lines: AfterSaleLine[]
  /** The address for returned goods; `null` while none are expected. */
  returnAddress: string | null
}

/** The possible after-sales of an order: the pieces of each line, and the kinds. */
export type AfterSaleOptions = {
  kinds: AfterSaleKind[]
  lines: (AfterSaleLine & { askable: number; returnable: number })[]
  /** SKUs that a piece can be exchanged for, by product. */
  exchanges: Record<string, { skuId: string; spec: string; available: number }[]>
  wasSent: boolean
}

/** Why a request was rejected; nothing has changed then. */
export type RequestError =
  | NotFound
  | WrongState
  | RefundError
  | { code: 'KIND_NOT_POSSIBLE'; kind: AfterSaleKind }
  | { code: 'EXCHANGE_NOT_POSSIBLE'; skuId: string }
  | { code: 'TEXT_REFUSED'; field: 'words' }
  | { code: 'AFTER_SALE_ID_TAKEN' }

/** The request says something else by now than the caller has seen. */
export type RequestChanged = { code: 'REQUEST_CHANGED' }

/** The after-sale's state does not allow the operation. */
export type AfterSaleWrongState = { code: 'AFTER_SALE_WRONG_STATE'; state: AfterSaleState }

/** The caller's after-sales, latest first; of one order, or all. */
export const afterSaleListInput = v.strictObject({
  orderId: v.optional(entityId),
  /** Only those that are not over. */
  isOpen: v.optional(v.literal(true)),
  cursor,
})
export type AfterSaleListInput = v.InferOutput<typeof afterSaleListInput>

type Step<Input, More = never> = {
  input: Input
  output: AfterSaleView
  error: NotFound | AfterSaleWrongState | More
}

/** Operations of customers on after-sales. */
export type AfterSalesContract = {
  'afterSales.options': {
    input: OptionsInput
    output: AfterSaleOptions
    error: NotFound
  }
  'afterSales.estimate': {
    input: EstimateInput
    output: Estimate
    error: RequestError
  }
  'afterSales.request': { input: RequestInput; output: AfterSaleView; error: RequestError }
  /**
   * Changes a request on which the shop has not decided. `REQUEST_CHANGED`: it was changed from
   * another phone; what the shop has decided meanwhile is `AFTER_SALE_WRONG_STATE`.
   */
  'afterSales.change': {
    input: ChangeRequestInput
    output: AfterSaleView
    error: RequestError | AfterSaleWrongState | RequestChanged
  }
  'afterSales.list': { input: AfterSaleListInput; output: Page<AfterSaleView>; error: never }
  'afterSales.show': { input: AfterSaleInput; output: AfterSaleView; error: NotFound }
  'afterSales.withdraw': Step<AfterSaleInput>
  /** `NUMBER_USED`: it is the number of a parcel that the shop has sent. */
  'afterSales.sendBack': Step<AfterSaleParcelInput, NumberUsed>
}

/** The parts of the staff's list of after-sales. */
export const AFTER_SALE_PARTS = [
  'waiting',
  'toDecide',
  'toReceive',
  'toSend',
  'failed',
  'refunding',
  'open',
  'all',
] as const

/** Which after-sales the staff list: all that wait for them, some of these, others, or all. */
export const staffAfterSaleListInput = v.strictObject({
  part: v.picklist(AFTER_SALE_PARTS),
  cursor,
})
export type StaffAfterSaleListInput = v.InferOutput<typeof staffAfterSaleListInput>

/** What the refund of a request would come to. */
export const decisionInput = v.strictObject({
  ...afterSaleInput.entries,
  /** Whether the freight is refunded as well. */
  withFreight: v.boolean(),
  isGiftWaived,
})
export type DecisionInput = v.InferOutput<typeof decisionInput>

/** The version of the request that is decided on; phones of earlier releases do not say it. */
const seenVersion = v.optional(integer(1, 1_000_000))

/**
 * The shop agrees; the refund is issued at once (仅退款) or when the goods have arrived. Whether
 * gifts that stay are deducted is decided when the money is given, so a return waits until then.
 */
export const agreeInput = v.strictObject({ ...decisionInput.entries, expectedFen, seenVersion })
export type AgreeInput = v.InferOutput<typeof agreeInput>

/** The shop refuses with a reason. */
export const refuseInput = v.strictObject({
  ...afterSaleInput.entries,
  refusal: text(AFTER_SALE_WORDS_MAX),
  seenVersion,
})
export type RefuseInput = v.InferOutput<typeof refuseInput>

/** The goods have arrived; whether they can be sold again. */
export const receiveInput = v.strictObject({
  ...afterSaleInput.entries,
  isRestocked: v.boolean(),
  isGiftWaived,
  expectedFen,
})
export type ReceiveInput = v.InferOutput<typeof receiveInput>

/** What a refund by the staff would come to, and what is left of what was paid. */
export type GoodwillPreview = Estimate & { leftFen: Fen; isOutside: boolean }

/** It comes to another amount than was shown. */
type AmountChanged = { code: 'AMOUNT_CHANGED'; totalFen: Fen }

/** Why a refund by the staff was refused. */
export type GoodwillError = NotFound | WrongState | RefundError | AmountError | AmountChanged

/** Why the refund of a request was refused. */
export type DecisionError = RefundError | AmountChanged | RequestChanged

/** The address for returned goods: name, phone and street in one line, as on a label. */
export const returnAddressInput = v.strictObject({
  address: note(AFTER_SALE_WORDS_MAX),
})
export type ReturnAddress = v.InferOutput<typeof returnAddressInput>

/** An after-sale on the staff's page, with its customer. */
export type AfterSaleRow = AfterSaleView & {
  memberId: string
  memberName: string
  isLate: boolean
  /** The estimated or issued refund. */
  estimate: Estimate | null
}

/** The refund cannot be retried here: `reason` is the provider's, for the staff. */
export type RefundStuck = { code: 'REFUND_STUCK'; reason: string }

type StaffStep<Input, More = never> = {
  input: Input
  output: AfterSaleRow
  error: NotFound | AfterSaleWrongState | More
}

/** Operations of the staff on after-sales. */
export type AfterSalesAdminContract = {
  'afterSales.list': {
    input: StaffAfterSaleListInput
    output: Page<AfterSaleRow> & { waiting: number }
    error: never
  }
  'afterSales.show': { input: AfterSaleInput; output: AfterSaleRow; error: NotFound }
  'afterSales.previewDecision': {
    input: DecisionInput
    output: Estimate
    error: NotFound
  }
  'afterSales.agree': StaffStep<AgreeInput, DecisionError>
  'afterSales.refuse': StaffStep<RefuseInput, RequestChanged>
  'afterSales.receive': StaffStep<ReceiveInput, DecisionError>
  'afterSales.sendAgain': StaffStep<
    AfterSaleParcelInput,
    NumberUsed | { code: 'OUT_OF_STOCK'; skuId: string; available: number }
  >
  /** Refunds an exchange that cannot be fulfilled. */
  'afterSales.refundInstead': StaffStep<AfterSaleInput, DecisionError>
  'afterSales.retryRefund': StaffStep<AfterSaleInput, RefundStuck>
  'afterSales.returnAddress': { input: NoInput; output: ReturnAddress; error: never }
  'afterSales.saveReturnAddress': { input: ReturnAddress; output: ReturnAddress; error: never }
  /** What a refund by the staff would come to; changes nothing. */
  'afterSales.previewByStaff': {
    input: GoodwillPreviewInput
    output: GoodwillPreview
    error: GoodwillError
  }
  'afterSales.refundByStaff': {
    input: GoodwillInput
    output: AfterSaleRow
    error: GoodwillError | { code: 'AFTER_SALE_ID_TAKEN' }
  }
}

declare module '@core/contract' {
  interface ShopOperations extends AfterSalesContract {}
  interface AdminOperations extends AfterSalesAdminContract {}
}
