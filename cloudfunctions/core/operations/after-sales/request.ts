import {
  afterSaleDocument,
  changedAfterSale,
  toAfterSale,
} from '@core/data/after-sales/after-sales'
import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import {
  type AfterSale,
  type AfterSaleEvent,
  answerBy,
  hasReached,
  nextAfterSaleState,
  transitionAfterSale,
} from '@core/domain/after-sales/after-sale'
import {
  type Pieces,
  refundPlan,
  settledState,
  withCompanions,
} from '@core/domain/after-sales/refund'
import { type Order } from '@core/domain/orders/order'
import { transitionOrder } from '@core/domain/orders/transitions'
import { fail, ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/lifecycle/customer'
import type {
  AfterSaleInput,
  AfterSaleParcelInput,
  AfterSaleView,
  AfterSaleWrongState,
  RequestError,
  RequestInput,
} from '../../contract/after-sales'
import type { NotFound } from '../../contract/errors'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'
import { ownOrder } from '../orders/own-order'
import { requestError } from './options'
import { afterSaleView } from './views'

/**
 * The caller asks for something back. What must go along (services, gifts) is added; of an order
 * of which nothing was sent nothing is sent until the shop has decided. The id comes from the
 * phone: asking again with it answers the same after-sale.
 */
export async function requestAfterSale(
  ctx: Context,
  input: RequestInput,
): Promise<Result<AfterSaleView, RequestError>> {
  const own = await ownOrder(ctx, input.orderId)
  if (!own.ok) return own
  const refusal =
    (await wordsRefusal(ctx, input.words)) ?? (await exchangeRefusal(ctx, own.value, input))
  if (refusal) return fail(refusal)
  const asked = await ctx.db.transact((transaction) => requestIn(transaction, ctx, input))
  if (!asked.ok) return asked
  const { afterSale, order } = asked.value
  return ok(await afterSaleView(ctx, afterSale, order))
}

async function wordsRefusal(ctx: Context, words: string): Promise<RequestError | null> {
  if (words === '' || ctx.openid === null) return null
  const verdict = await ctx.wechat.checkText(words, ctx.openid, 'social')
  return verdict === 'risky' ? { code: 'TEXT_REFUSED', field: 'words' } : null
}

/** Something can be exchanged for a SKU of the same product at the same list price. */
async function exchangeRefusal(
  ctx: Context,
  order: OrderDocument,
  { kind, lines, exchangeSkuId }: RequestInput,
): Promise<RequestError | null> {
  if (kind !== 'exchange') return null
  const impossible = { code: 'EXCHANGE_NOT_POSSIBLE' as const, skuId: exchangeSkuId ?? '' }
  const goods = order.lines.filter((line) => lines.some(({ key }) => key === line.key))
  const [line] = goods
  if (!line || goods.length !== 1 || line.kind !== 'goods') return impossible
  const skuId = exchangeSkuId ?? line.skuId
  if (skuId === line.skuId) return null
  const sku = await ctx.db.get('skus', skuId)
  const isLike = sku?.productId === line.productId && sku.priceFen === line.unitFen
  return isLike ? null : impossible
}

type Asked = { afterSale: AfterSaleDocument; order: OrderDocument }

async function requestIn(
  transaction: Transaction,
  ctx: Context,
  input: RequestInput,
): Promise<Result<Asked, RequestError>> {
  const document = await transaction.get('orders', input.orderId)
  if (!document) return fail({ code: 'NOT_FOUND' })
  const existing = await transaction.get('afterSales', input.afterSaleId)
  if (existing) {
    const isSame = existing.orderId === input.orderId
    return isSame
      ? ok({ afterSale: existing, order: document })
      : fail({ code: 'AFTER_SALE_ID_TAKEN' })
  }
  const order = toOrder(document)
  const fault = requestError(order, input.kind, input.lines)
  if (fault) return fail(fault)
  const afterSale = asked(ctx, order, input)
  const changed = changedOrder(document, withAsked(order, afterSale.lines, 1))
  await transaction.put('orders', changed)
  const written = afterSaleDocument(afterSale)
  await transaction.add('afterSales', written)
  return ok({ afterSale: written, order: changed })
}

function asked(ctx: Context, order: Order, input: RequestInput): AfterSale {
  const request = { lines: input.lines, isReturn: input.kind !== 'refund', withFreight: false }
  const isExchange = input.kind === 'exchange'
  const plan = isExchange ? null : refundPlan(order, request)
  const { afterSaleId: id, orderId, kind, reason, words, pictures } = input
  return {
    id,
    orderId,
    memberId: order.memberId,
    version: 1,
    kind,
    state: 'requested',
    lines: isExchange ? input.lines : withCompanions(order, request),
    reason,
    words,
    pictures,
    exchangeSkuId: isExchange ? (input.exchangeSkuId ?? ownSku(order, input.lines)) : null,
    withFreight: false,
    refundFen: plan?.totalFen ?? 0,
    deductionFen: plan?.deductionFen ?? 0,
    refundTry: 1,
    refusal: '',
    returnParcel: null,
    exchangeParcel: null,
    isRestocked: false,
    requestedAt: ctx.now,
    dueAt: answerBy(ctx.now, ctx.program),
    decidedAt: null,
    receivedAt: null,
    finishedAt: null,
  }
}

const ownSku = ({ lines }: Order, [piece]: readonly Pieces[]): string | null =>
  lines.find((line) => line.key === piece?.key)?.skuId ?? null

/** The order with pieces asked for (`sign` 1), or not any more (-1). */
export function withAsked(order: Order, pieces: readonly Pieces[], sign: 1 | -1): Order {
  const lines = order.lines.map((line) => {
    const quantity = pieces.find((one) => one.key === line.key)?.quantity ?? 0
    return quantity === 0 ? line : { ...line, asked: line.asked + sign * quantity }
  })
  const next = { ...order, lines }
  return sign === 1 && order.state === 'paid' ? transitionOrder(next, 'askBack') : next
}

/**
 * The one place where an after-sale is given to a caller: their own, or the answer that there is
 * none.
 */
export async function ownAfterSale(
  ctx: Context,
  afterSaleId: string,
): Promise<Result<AfterSaleDocument, NotFound>> {
  const [memberId, one] = await Promise.all([callerId(ctx), ctx.db.get('afterSales', afterSaleId)])
  const isOwn = one !== null && memberId !== null && one.memberId === memberId
  return isOwn ? ok(one) : fail({ code: 'NOT_FOUND' })
}

type StepError = NotFound | AfterSaleWrongState

/** The caller takes a request back; what was asked for can be asked for again. */
export async function withdrawAfterSale(
  ctx: Context,
  { afterSaleId }: AfterSaleInput,
): Promise<Result<AfterSaleView, StepError>> {
  const own = await ownAfterSale(ctx, afterSaleId)
  if (!own.ok) return own
  const ended = await ctx.db.transact((transaction) =>
    endIn(transaction, ctx, { afterSaleId, event: 'withdraw', refusal: '' }),
  )
  if (!ended.ok) return ended
  return ok(await afterSaleView(ctx, ended.value.afterSale, ended.value.order))
}

type Ending = {
  afterSaleId: string
  event: 'withdraw' | 'refuse' | 'expire'
  refusal: string
}

/** Ends an after-sale without money: its pieces can be asked for again, the order goes on. */
export async function endIn(
  transaction: Transaction,
  ctx: Context,
  { afterSaleId, event, refusal }: Ending,
): Promise<Result<Asked, StepError>> {
  const document = await transaction.get('afterSales', afterSaleId)
  const orderDocument = document && (await transaction.get('orders', document.orderId))
  if (!document || !orderDocument) return fail({ code: 'NOT_FOUND' })
  if (hasReached(document.state, event)) return ok({ afterSale: document, order: orderDocument })
  if (nextAfterSaleState(document.state, event) === null) {
    return fail({ code: 'AFTER_SALE_WRONG_STATE', state: document.state })
  }
  const { now: at, program } = ctx
  const ended = transitionAfterSale(toAfterSale(document), event, {
    refusal,
    decidedAt: at,
    finishedAt: at,
  })
  const order = settledState(withAsked(toOrder(orderDocument), document.lines, -1), false, {
    at,
    program,
  })
  const changed = changedOrder(orderDocument, order)
  await transaction.put('orders', changed)
  const written = changedAfterSale(ended)
  await transaction.put('afterSales', written)
  return ok({ afterSale: written, order: changed })
}

/** The caller has sent the goods back: by whom, under what number. */
export async function sendBack(
  ctx: Context,
  { afterSaleId, carrier, trackingNumber }: AfterSaleParcelInput,
): Promise<Result<AfterSaleView, StepError>> {
  const own = await ownAfterSale(ctx, afterSaleId)
  if (!own.ok) return own
  const returnParcel = { carrier, trackingNumber, at: ctx.now }
  const sent = await ctx.db.transact((transaction) =>
    moveIn(transaction, afterSaleId, {
      event: 'sendBack',
      changes: { returnParcel, dueAt: answerBy(ctx.now, ctx.program) },
    }),
  )
  if (!sent.ok) return sent
  const order = await ctx.db.get('orders', sent.value.orderId)
  return order ? ok(await afterSaleView(ctx, sent.value, order)) : fail({ code: 'NOT_FOUND' })
}

/** A step of an after-sale: its event, and what it writes. */
export type Move = { event: AfterSaleEvent; changes: Partial<AfterSale> }

/**
 * Moves an after-sale on by itself. A move that was made already changes nothing; one that its
 * state forbids is answered with the state.
 */
export async function moveIn(
  transaction: Transaction,
  afterSaleId: string,
  { event, changes }: Move,
): Promise<Result<AfterSaleDocument, StepError>> {
  const document = await transaction.get('afterSales', afterSaleId)
  if (!document) return fail({ code: 'NOT_FOUND' })
  const { state } = document
  if (hasReached(state, event)) return ok(document)
  if (nextAfterSaleState(state, event) === null) {
    return fail({ code: 'AFTER_SALE_WRONG_STATE', state })
  }
  const written = changedAfterSale(transitionAfterSale(toAfterSale(document), event, changes))
  await transaction.put('afterSales', written)
  return ok(written)
}
