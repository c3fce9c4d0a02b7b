import { toOrder } from '@core/data/orders/orders'
import { type ExchangeSku, exchangeSkus } from '@core/data/stock/skus'
import { type AfterSaleKind, requestableKinds } from '@core/domain/after-sales/after-sale'
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
  RequestError,
} from '../../contract/after-sales'
import type { NotFound } from '../../contract/errors'
import type { OrderInput } from '../../contract/orders'
import type { Context } from '../context'
import { estimateOf, lineFields } from './views'

/** The after-sales that the caller may request for one of their orders. */
export async function afterSaleOptions(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<AfterSaleOptions, NotFound>> {
  const own = await findOwnOrder(ctx, orderId)
  if (!own.ok) return own
  const order = toOrder(own.value)
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
  { orderId, kind, lines }: EstimateInput,
): Promise<Result<Estimate, RequestError>> {
  const own = await findOwnOrder(ctx, orderId)
  if (!own.ok) return own
  const order = toOrder(own.value)
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
