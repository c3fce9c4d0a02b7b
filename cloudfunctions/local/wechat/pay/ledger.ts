import { createHash, randomBytes } from 'node:crypto'
import type { DevcloudRecords } from '@local/records'
import { chinaTime } from '@local/time'
import { PayError } from './pay-error'

/** An order as WeChat Pay keeps it, by the merchant's `out_trade_no`. */
export type PayTransaction = {
  outTradeNo: string
  appid: string
  mchid: string
  description: string
  attach?: string
  /** Where API v3 sends its notices; empty for an order of cloudPay. */
  notifyUrl: string
  /** The function that cloudPay calls back, and the merchant under the cloud's own. */
  callback?: { functionName: string; subMchid: string }
  totalFen: number
  openid: string
  /** Epoch ms; payment is refused after it. */
  expiresAt?: number
  prepayId: string
  /** A hash of the request: a repeated request, or another order with the same number? */
  digest: string
  state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'
  transactionId?: string
  /** Epoch ms. */
  paidAt?: number
  refundedFen: number
}

/** The state of a refund at WeChat Pay. */
export const REFUND_STATES = ['PROCESSING', 'SUCCESS', 'ABNORMAL', 'CLOSED'] as const
export type RefundState = (typeof REFUND_STATES)[number]

/** A refund by the merchant's `out_refund_no`. */
export type PayRefund = {
  outRefundNo: string
  outTradeNo: string
  refundId: string
  refundFen: number
  totalFen: number
  reason?: string
  notifyUrl?: string
  /** Epoch ms. */
  at: number
  /** Absent in the books of an older local cloud, where the money was back at once. */
  state?: RefundState
}

const STATE_TEXT: Record<PayTransaction['state'], string> = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  REFUND: '转入退款',
  CLOSED: '订单已关闭',
}

/** WeChat Pay's own records: durable, and separate from the shop's data. */
export interface PayLedger {
  /** Throws 404 when there is none. */
  transaction(outTradeNo: string): PayTransaction
  findTransaction(outTradeNo: string): PayTransaction | undefined
  /** The order a prepay id belongs to; throws 404. */
  byPrepayId(prepayId: string): PayTransaction
  saveTransaction(transaction: PayTransaction): void
  findRefund(outRefundNo: string): PayRefund | undefined
  saveRefund(refund: PayRefund): void
  /** All transactions and refunds, oldest first. */
  all(): { transactions: PayTransaction[]; refunds: PayRefund[] }
}

/** Entries that a bill reads: more than a demo of years has. */
const LINES_MAX = 1_000_000

const missing = () => new PayError(404, 'ORDERNOTEXIST', '订单不存在')

/** Opens the ledger in the local cloud's records. */
export const openPayLedger = (records: DevcloudRecords): PayLedger => {
  const findTransaction = (outTradeNo: string) =>
    records.get<PayTransaction>('transaction', outTradeNo)
  const transaction = (outTradeNo: string) => {
    const found = findTransaction(outTradeNo)
    if (!found) throw missing()
    return found
  }
  return {
    findTransaction,
    transaction,
    byPrepayId: (prepayId) => transaction(records.get<string>('prepay', prepayId) ?? ''),
    saveTransaction: (one) => {
      records.put('transaction', one.outTradeNo, one)
      records.put('prepay', one.prepayId, one.outTradeNo)
    },
    findRefund: (outRefundNo) => records.get<PayRefund>('refund', outRefundNo),
    saveRefund: (one) => records.put('refund', one.outRefundNo, one),
    all: () => ({
      transactions: records.list<PayTransaction>('transaction', LINES_MAX),
      refunds: records.list<PayRefund>('refund', LINES_MAX),
    }),
  }
}

/** A number like WeChat's: 28 digits, here led by the local cloud's day. */
export const mintNumber = (lead: string, now: number): string => {
  const day = chinaTime(now).slice(0, 10).replaceAll('-', '')
  const tail = Array.from(randomBytes(28), (byte) => String(byte % 10)).join('')
  return `${lead}${day}${tail}`.slice(0, 28)
}

/** A hash that is equal for equal request bodies. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex')

const amountOf = ({ totalFen }: PayTransaction, isPaid: boolean) => ({
  total: totalFen,
  currency: 'CNY',
  ...(isPaid ? { payer_total: totalFen, payer_currency: 'CNY' } : {}),
})

/** An order as the API and the notices show it. */
export const transactionView = (one: PayTransaction) => {
  const isPaid = one.paidAt !== undefined
  return {
    appid: one.appid,
    mchid: one.mchid,
    out_trade_no: one.outTradeNo,
    ...(isPaid && {
      transaction_id: one.transactionId,
      trade_type: 'JSAPI',
      bank_type: 'OTHERS',
      success_time: chinaTime(one.paidAt ?? 0),
    }),
    trade_state: one.state,
    trade_state_desc: STATE_TEXT[one.state],
    ...(one.attach === undefined ? {} : { attach: one.attach }),
    payer: { openid: one.openid },
    amount: amountOf(one, isPaid),
  }
}

/** A refund as the API shows it. */
export const refundView = (
  refund: PayRefund,
  order: PayTransaction,
  status: RefundState = refund.state ?? 'SUCCESS',
) => ({
  refund_id: refund.refundId,
  out_refund_no: refund.outRefundNo,
  transaction_id: order.transactionId,
  out_trade_no: refund.outTradeNo,
  channel: 'ORIGINAL',
  user_received_account: '支付用户零钱',
  create_time: chinaTime(refund.at),
  ...(status === 'SUCCESS' ? { success_time: chinaTime(refund.at) } : {}),
  status,
  funds_account: 'AVAILABLE',
  amount: {
    total: refund.totalFen,
    refund: refund.refundFen,
    payer_total: refund.totalFen,
    payer_refund: refund.refundFen,
    settlement_refund: refund.refundFen,
    settlement_total: refund.totalFen,
    discount_refund: 0,
    currency: 'CNY',
  },
})
