import {
  AFTER_SALE_KINDS,
  AFTER_SALE_REASONS,
  type AfterSale,
  type AfterSaleKind,
  type AfterSaleState,
  type AfterSaleStep,
} from '@core/domain/after-sales/after-sale'
import type { RefundError } from '@core/domain/after-sales/refund'
import type { OrderLine } from '@core/domain/orders/order'
import type { PiecesAtPrice } from '@core/domain/pricing/quote-types'
import { AFTER_SALE_WORDS_MAX, EVIDENCE_MAX } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import type { NotFound } from './errors'
import type { WrongState } from './orders'
import { pieces } from './orders'
import { cursor, entityId, integer, mintedId, note, ownFile, type Page } from './primitives'
import { type NumberUsed, parcelWords } from './shipping'

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

declare module '@core/contract' {
  interface ShopOperations extends AfterSalesContract {}
}
