import type { AmountError, RefundError } from '@core/domain/after-sales/refund'
import { AFTER_SALE_WORDS_MAX } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import {
  type AfterSaleInput,
  type AfterSaleParcelInput,
  type AfterSaleView,
  type AfterSaleWrongState,
  afterSaleInput,
  type Estimate,
  type RequestChanged,
} from './after-sales'
import type { NotFound } from './errors'
import type { WrongState } from './orders'
import type { NoInput } from './primitives'
import { cursor, integer, note, type Page, text } from './primitives'
import type { NumberUsed } from './shipping'
import {
  expectedFen,
  type GoodwillInput,
  type GoodwillPreviewInput,
  isGiftWaived,
} from './staff-refunds'

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
  interface AdminOperations extends AfterSalesAdminContract {}
}
