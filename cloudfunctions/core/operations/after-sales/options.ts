import { toOrder } from '@core/data/orders/orders'
import { type ExchangeSku, exchangeSkus } from '@core/data/stock/skus'
import {
  type AfterSaleKind,
  canChangeRequest,
  requestableKinds,
} from '@core/domain/after-sales/after-sale'
import { withEndedRequest } from '@core/domain/after-sales/decided-state'
import { type Pieces, returnablePieces } from '@core/domain/after-sales/pieces'
import { refundError, refundPlan } from '@core/domain/after-sales/refund'
import { specText } from '@core/domain/catalog/product'
import type { Order, OrderLine } from '@core/domain/orders/order'
import { fail, ok, type Result } from '@core/kernel/result'
import { findOwnOrder } from '@core/operations/orders/find-own-order'
import type {
  AfterSaleOptions,
  Estimate,
  EstimateInput,
  OptionsInput,
  RequestError,
} from '../../contract/after-sales'
import type { NotFound } from '../../contract/errors'
import type { Context } from '../context'
import { estimateOf, lineFields } from './views'

/**
 * An order of the caller's of which something is to be asked back: without the pieces of a request
 * that is being changed, while it can be.
 */
async function requestableOrder(
  ctx: Context,
  { orderId, afterSaleId }: OptionsInput,
): Promise<Result<Order, NotFound>> {
  const [own, request] = await Promise.all([
    findOwnOrder(ctx, orderId),
    afterSaleId === undefined ? null : ctx.db.get('afterSales', afterSaleId),
  ])
  if (!own.ok) return own
  const order = toOrder(own.value)
  if (request?.orderId !== orderId || !canChangeRequest(request)) return ok(order)
  const { now: at, program } = ctx
  return ok(withEndedRequest(order, request.lines, { at, program }).order)
}

/** The after-sales that the caller may request for one of their orders, or change one into. */
export async function afterSaleOptions(
  ctx: Context,
  input: OptionsInput,
): Promise<Result<AfterSaleOptions, NotFound>> {
  const own = await requestableOrder(ctx, input)
  if (!own.ok) return own
  const order = own.value
  const kinds = requestableKinds(order)
  const productIds = kinds.includes('exchange')
    ? [...new Set(order.lines.filter(isGoods).map((line) => line.productId))]
    : []
  const skus = await exchangeSkus(ctx.db, productIds)
  return ok({
    kinds,
    lines: order.lines
      .filter((line) => line.kind !== 'gift')
      .map((line) => ({
        ...lineFields(order, line),
        quantity: line.quantity,
        askable: kinds.length > 0 ? refundablePieces(line) : 0,
        returnable: kinds.length > 0 ? sendablePieces(line) : 0,
      })),
    exchanges: Object.fromEntries(productIds.map((id) => [id, choices(skus, id)])),
    wasSent: order.lines.some((line) => line.shipped > 0),
  })
}

const isGoods = (line: OrderLine): boolean => line.kind === 'goods'

/** Pieces that can still be refunded. */
const refundablePieces = (line: OrderLine): number =>
  line.quantity - line.refunded.quantity - line.asked

/** Of these, the pieces that the customer has received and can send back. */
const sendablePieces = (line: OrderLine): number =>
  Math.min(refundablePieces(line), returnablePieces(line))

const choices = (skus: readonly ExchangeSku[], productId: string) =>
  skus
    .filter((sku) => sku.productId === productId && sku.isOnSale)
    .map((sku) => ({ skuId: sku._id, spec: specText(sku.values), available: sku.available }))

/** What a request would refund; changes nothing. */
export async function estimateAfterSale(
  ctx: Context,
  { kind, lines, ...which }: EstimateInput,
): Promise<Result<Estimate, RequestError>> {
  const own = await requestableOrder(ctx, which)
  if (!own.ok) return own
  const order = own.value
  const error = requestError(order, kind, lines)
  if (error) return fail(error)
  const request = { lines, isReturn: kind !== 'refund', withFreight: false, own: null }
  return ok(estimateOf(refundPlan(order, request)))
}

/** The first error of a request; `null` when it is valid. */
export function requestError(
  order: Order,
  kind: AfterSaleKind,
  lines: readonly Pieces[],
): RequestError | null {
  const kinds = requestableKinds(order)
  if (kinds.length === 0) return { code: 'WRONG_STATE', state: order.state }
  if (!kinds.includes(kind)) return { code: 'KIND_NOT_POSSIBLE', kind }
  const tooMany = refundError(order, lines)
  if (tooMany) return tooMany
  if (kind === 'refund') return null
  for (const { key, quantity } of lines) {
    const line = order.lines.find((one) => one.key === key)
    const left = line ? sendablePieces(line) : 0
    // A service belongs to its goods and is not sent back by itself.
    if (line?.kind !== 'service' && quantity > left) return { code: 'REFUND_TOO_MUCH', key, left }
  }
  return null
}
