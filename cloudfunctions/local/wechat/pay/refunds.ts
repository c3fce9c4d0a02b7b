import {
  mintNumber,
  type PayRefund,
  type PayTransaction,
  type RefundState,
  refundView,
} from './ledger'
import { badField, PayError } from './pay-error'
import { fenIn, notifyUrlIn, objectIn, type PayContext } from './transactions'

const OUT_REFUND_NO = /^[\w*|@-]{1,64}$/

type Fields = Record<string, unknown>

/** The refund of a request, its order, and whether this request created it. */
export type RequestedRefund = { refund: PayRefund; order: PayTransaction; isNew: boolean }

const orderOf = (body: Fields, { ledger }: PayContext): PayTransaction => {
  const { out_trade_no: outTradeNo } = body
  if (typeof outTradeNo !== 'string') throw badField('out_trade_no')
  const order = ledger.findTransaction(outTradeNo)
  if (!order?.paidAt) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '订单不存在或未支付')
  return order
}

/**
 * `POST /v3/refund/domestic/refunds`: the same refund number is the same refund. `state` is where a
 * new one gets to.
 */
export const createRefund = (
  body: Fields,
  context: PayContext,
  state: RefundState,
): RequestedRefund => {
  const { out_refund_no: outRefundNo, reason } = body
  if (typeof outRefundNo !== 'string' || !OUT_REFUND_NO.test(outRefundNo)) {
    throw badField('out_refund_no')
  }
  const order = orderOf(body, context)
  const amount = objectIn(body, 'amount')
  if (amount.currency !== 'CNY') throw badField('amount/currency')
  const refundFen = fenIn(amount, 'refund')
  const known = context.ledger.findRefund(outRefundNo)
  const isSame = known?.outTradeNo === order.outTradeNo && known.refundFen === refundFen
  if (known && isSame) return { refund: known, order, isNew: false }
  if (known || fenIn(amount, 'total') !== order.totalFen) {
    throw new PayError(400, 'INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试')
  }
  if (order.refundedFen + refundFen > order.totalFen) {
    throw new PayError(400, 'INVALID_REQUEST', '退款金额大于可退金额')
  }
  const now = context.clock.now()
  const refund: PayRefund = {
    outRefundNo,
    outTradeNo: order.outTradeNo,
    refundId: mintNumber('50', now),
    refundFen,
    totalFen: order.totalFen,
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(body.notify_url === undefined ? {} : { notifyUrl: notifyUrlIn(body) }),
    at: now,
    state,
  }
  const refunded: PayTransaction = {
    ...order,
    state: 'REFUND',
    refundedFen: order.refundedFen + (state === 'CLOSED' ? 0 : refundFen),
  }
  context.ledger.saveRefund(refund)
  context.ledger.saveTransaction(refunded)
  return { refund, order: refunded, isNew: true }
}

/** `GET /v3/refund/domestic/refunds/{out_refund_no}`. */
export const queryRefund = (outRefundNo: string, { ledger }: PayContext) => {
  const refund = ledger.findRefund(outRefundNo)
  if (!refund) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
  return refundView(refund, ledger.transaction(refund.outTradeNo))
}
