import type { AfterSaleParcelInput, AfterSaleWrongState } from '@core/contract/after-sales'
import type { NotFound } from '@core/contract/errors'
import type { NumberUsed } from '@core/contract/shipping'
import type { AfterSaleRow } from '@core/contract/staff-after-sales'
import { changedAfterSale, toAfterSale } from '@core/data/after-sales/after-sales'
import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { claimNumber, ordersByNumber } from '@core/data/orders/tracking-numbers'
import { exchangeFromStock, returnToStock } from '@core/data/stock/ledger'
import type { Transaction } from '@core/data/transaction'
import {
  hasReached,
  nextAfterSaleState,
  transitionAfterSale,
} from '@core/domain/after-sales/after-sale'
import { piecesToStock, withExchange } from '@core/domain/after-sales/returned-pieces'
import type { Order } from '@core/domain/orders/order'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { callerId } from '@core/operations/members/find-caller'
import { rowOf } from './show-after-sales'
import { withRequestedPieces } from './steps'

type StepError = NotFound | AfterSaleWrongState
type SendError = StepError | NumberUsed
type StockError = { code: 'OUT_OF_STOCK'; skuId: string; available: number }

/**
 * The shop sends replacements for the returned pieces. They are taken from the stock first and only
 * once, even when a later step fails; returned pieces in good condition go back into the stock.
 */
export async function sendExchange(
  ctx: Context,
  input: AfterSaleParcelInput,
): Promise<Result<AfterSaleRow, SendError | StockError>> {
  const found = await ctx.db.get('afterSales', input.afterSaleId)
  if (!found) return fail({ code: 'NOT_FOUND' })
  if (hasReached(found.state, 'sendAgain') && found.exchangeParcel)
    return ok(await rowOf(ctx, found))
  if (nextAfterSaleState(found.state, 'sendAgain') === null) {
    return fail({ code: 'AFTER_SALE_WRONG_STATE', state: found.state })
  }
  const { trackingNumber } = input
  const used = (await ordersByNumber(ctx.db, [trackingNumber])).get(trackingNumber)
  if (used !== undefined) return fail({ code: 'NUMBER_USED', orderId: used })
  const short = await swapStock(ctx, found)
  if (short) return fail(short)
  const sent = await ctx.db.transact((transaction) => sendIn(transaction, ctx, input))
  return sent.ok ? ok(await rowOf(ctx, sent.value)) : sent
}

/** Takes the pieces to be sent out of the stock; those that came back good go in. */
async function swapStock(ctx: Context, found: AfterSaleDocument): Promise<StockError | null> {
  const [order, by] = await Promise.all([ctx.db.get('orders', found.orderId), callerId(ctx)])
  const [piece] = found.lines
  const line = order?.lines.find(({ key }) => key === piece?.key)
  if (!order || !line || !piece || found.exchangeSkuId === null) return null
  const facts = { at: ctx.now, afterSaleId: found._id, by }
  const out = { ...piece, ...facts, productId: line.productId, skuId: found.exchangeSkuId }
  if (found.isRestocked) {
    // What came back before what is sent: on a second exchange that is what the first one sent.
    const back = piecesToStock(toOrder(order), found.lines)
    await Promise.all(back.map((one) => returnToStock(ctx.db, { ...one, ...facts })))
  }
  const moved = await exchangeFromStock(ctx.db, out)
  if (moved.outcome === 'MOVED' || moved.outcome === 'REPEATED') return null
  const available = moved.outcome === 'SHORT' ? moved.available : 0
  return { code: 'OUT_OF_STOCK', skuId: out.skuId, available }
}

async function sendIn(
  transaction: Transaction,
  ctx: Context,
  { afterSaleId, carrier, trackingNumber }: AfterSaleParcelInput,
): Promise<Result<AfterSaleDocument, SendError>> {
  const document = await transaction.get('afterSales', afterSaleId)
  const order = document && (await transaction.get('orders', document.orderId))
  if (!document || !order) return fail({ code: 'NOT_FOUND' })
  const { state } = document
  if (hasReached(state, 'sendAgain')) return ok(document)
  if (nextAfterSaleState(state, 'sendAgain') === null) {
    return fail({ code: 'AFTER_SALE_WRONG_STATE', state })
  }
  const { orderId } = document
  const used = await claimNumber(transaction, { trackingNumber, orderId, afterSaleId })
  if (used !== null) return fail({ code: 'NUMBER_USED', orderId: used })
  const exchangeParcel = { carrier, trackingNumber, at: ctx.now }
  const changes = { exchangeParcel, finishedAt: ctx.now }
  const written = changedAfterSale(transitionAfterSale(toAfterSale(document), 'sendAgain', changes))
  await transaction.put('orders', changedOrder(order, exchangedOrder(toOrder(order), document)))
  await transaction.put('afterSales', written)
  return ok(written)
}

/** The order of which pieces came back and others are with the customer in their place. */
function exchangedOrder(order: Order, { lines, exchangeSkuId }: AfterSaleDocument): Order {
  const decided = withRequestedPieces(order, lines, -1)
  if (exchangeSkuId === null) return decided
  return {
    ...decided,
    lines: decided.lines.map((line) => {
      const piece = lines.find(({ key }) => key === line.key)
      return piece ? withExchange(line, { ...piece, skuId: exchangeSkuId }) : line
    }),
  }
}
