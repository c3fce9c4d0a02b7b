import { toOrder } from '@core/data/orders/orders'
import type { SkuDocument } from '@core/data/stock/documents'
import { skusOf } from '@core/data/stock/skus'
import { type AfterSaleKind, kindsFor } from '@core/domain/after-sales/after-sale'
import { type Pieces, refundError, refundPlan, returnable } from '@core/domain/after-sales/refund'
import { specWords } from '@core/domain/catalog/product'
import type { Order, OrderLine } from '@core/domain/orders/order'
import { fail, ok, type Result } from '@core/kernel/result'
import type {
  AfterSaleOptions,
  Estimate,
  EstimateInput,
  RequestError,
} from '../../contract/after-sales'
import type { NotFound } from '../../contract/errors'
import type { OrderInput } from '../../contract/orders'
import type { Context } from '../context'
import { ownOrder } from '../orders/own-order'
import { estimateOf, lineWords } from './views'

/** What the caller may ask for of one of their orders. */
export async function afterSaleOptions(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<AfterSaleOptions, NotFound>> {
  const own = await ownOrder(ctx, orderId)
  if (!own.ok) return own
  const order = toOrder(own.value)
  const kinds = kindsFor(order)
  const productIds = kinds.includes('exchange')
    ? [...new Set(order.lines.filter(isGoods).map((line) => line.productId))]
    : []
  const skus = await skusOf(ctx.db, productIds)
  return ok({
    kinds,
    lines: order.lines
      .filter((line) => line.kind !== 'gift')
      .map((line) => ({
        ...lineWords(line),
        quantity: line.quantity,
        askable: kinds.length > 0 ? askable(line) : 0,
        returnable: kinds.length > 0 ? sendable(line) : 0,
      })),
    exchanges: Object.fromEntries(productIds.map((id) => [id, choices(skus, id)])),
    wasSent: order.lines.some((line) => line.shipped > 0),
  })
}

const isGoods = (line: OrderLine): boolean => line.kind === 'goods'

/** Pieces that can still be asked back. */
const askable = (line: OrderLine): number => line.quantity - line.refunded.quantity - line.asked

/** Of these, those that the customer has and can send back. */
const sendable = (line: OrderLine): number => Math.min(askable(line), returnable(line))

const choices = (skus: readonly SkuDocument[], productId: string) =>
  skus
    .filter((sku) => sku.productId === productId && sku.isOnSale)
    .map((sku) => ({ skuId: sku._id, spec: specWords(sku.values), available: sku.available }))

/** What a request would give back, without asking for it. */
export async function estimateAfterSale(
  ctx: Context,
  { orderId, kind, lines }: EstimateInput,
): Promise<Result<Estimate, RequestError>> {
  const own = await ownOrder(ctx, orderId)
  if (!own.ok) return own
  const order = toOrder(own.value)
  const fault = requestError(order, kind, lines)
  if (fault) return fail(fault)
  return ok(
    estimateOf(refundPlan(order, { lines, isReturn: kind !== 'refund', withFreight: false })),
  )
}

/** The first reason against a request; `null` when it can be taken up. */
export function requestError(
  order: Order,
  kind: AfterSaleKind,
  lines: readonly Pieces[],
): RequestError | null {
  const kinds = kindsFor(order)
  if (kinds.length === 0) return { code: 'WRONG_STATE', state: order.state }
  if (!kinds.includes(kind)) return { code: 'KIND_NOT_POSSIBLE', kind }
  const tooMany = refundError(order, lines)
  if (tooMany) return tooMany
  if (kind === 'refund') return null
  for (const { key, quantity } of lines) {
    const line = order.lines.find((one) => one.key === key)
    const left = line ? sendable(line) : 0
    // What was done to a piece goes back with it and has no parcel of its own.
    if (line?.kind !== 'service' && quantity > left) return { code: 'REFUND_TOO_MUCH', key, left }
  }
  return null
}
