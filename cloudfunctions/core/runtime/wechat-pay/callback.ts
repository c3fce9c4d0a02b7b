import { fail, ok, type Result } from '@core/kernel/result'
import type {
  CallbackRefusal,
  PaymentCallback,
  ProviderCallback,
  RefundCallback,
} from '@core/operations/ports'
import * as v from 'valibot'
import { refundStatusOf, tradeMeaning } from '../provider-answers'
import type { WechatPaySettings } from './settings'
import { decryptResource } from './signing'

const envelope = v.object({
  event_type: v.string(),
  resource: v.object({
    ciphertext: v.string(),
    nonce: v.string(),
    associated_data: v.optional(v.string()),
  }),
})

const transaction = v.object({
  appid: v.string(),
  mchid: v.string(),
  out_trade_no: v.string(),
  transaction_id: v.optional(v.string()),
  trade_state: v.string(),
  success_time: v.optional(v.string()),
  amount: v.optional(v.object({ total: v.number() })),
})

/** A refund in a callback, and in the answer to a query, where its status has another name. */
const refund = v.object({
  mchid: v.optional(v.string()),
  out_trade_no: v.string(),
  out_refund_no: v.string(),
  refund_status: v.optional(v.string()),
  status: v.optional(v.string()),
})

/** Decrypts and reads a verified callback; rejects anything unexpected with a reason. */
export function openCallback(
  body: string,
  settings: WechatPaySettings,
): Result<ProviderCallback, CallbackRefusal> {
  const opened = decrypt(body, settings)
  if (!opened.ok) return opened
  const { event, content } = opened.value
  if (event === 'TRANSACTION.SUCCESS') {
    const payment = readTransaction(content, settings)
    if (!payment.ok) return payment
    if (typeof payment.value === 'string') return fail({ code: 'NOT_A_PAYMENT' })
    return ok({ kind: 'payment', ...payment.value })
  }
  if (!event.startsWith('REFUND.')) return fail({ code: 'NOT_A_PAYMENT' })
  const read = v.safeParse(v.object({ mchid: v.string() }), content)
  if (!read.success) return fail({ code: 'UNREADABLE' })
  if (read.output.mchid !== settings.mchid) return fail({ code: 'OTHER_MERCHANT' })
  const status = readRefund(content)
  return status ? ok({ kind: 'refund', ...status }) : fail({ code: 'UNREADABLE' })
}

type Opened = { event: string; content: unknown }

function decrypt(body: string, settings: WechatPaySettings): Result<Opened, CallbackRefusal> {
  try {
    const { event_type: event, resource } = v.parse(envelope, JSON.parse(body))
    return ok({ event, content: decryptResource(resource, settings.apiV3Key) })
  } catch {
    return fail({ code: 'UNREADABLE' })
  }
}

/** A transaction as it was read: a payment, or why there is none. */
type ReadTransaction = PaymentCallback | 'WAITING' | 'CLOSED'

/** Reads a transaction in a callback or in the answer to a query. */
export function readTransaction(
  content: unknown,
  settings: Pick<WechatPaySettings, 'appid' | 'mchid'>,
): Result<ReadTransaction, CallbackRefusal> {
  const read = v.safeParse(transaction, content)
  if (!read.success) return fail({ code: 'UNREADABLE' })
  const { mchid, appid, trade_state, transaction_id, amount, out_trade_no, success_time } =
    read.output
  if (mchid !== settings.mchid || appid !== settings.appid) return fail({ code: 'OTHER_MERCHANT' })
  const meaning = tradeMeaning(trade_state)
  if (meaning === null) return fail({ code: 'UNREADABLE' })
  if (meaning !== 'PAID') return ok(meaning)
  if (!transaction_id || !amount) return fail({ code: 'UNREADABLE' })
  return ok({
    orderId: out_trade_no,
    transactionId: transaction_id,
    paidFen: amount.total,
    paidAt: Date.parse(success_time ?? ''),
  })
}

/** Reads a refund in a callback or in the answer to a query; `null` for anything else. */
export function readRefund(content: unknown): RefundCallback | null {
  const read = v.safeParse(refund, content)
  if (!read.success) return null
  const current = read.output.refund_status ?? read.output.status
  if (!current) return null
  const { out_refund_no: refundId, out_trade_no: orderId } = read.output
  return { refundId, orderId, status: refundStatusOf(current) }
}
