import * as v from 'valibot'
import { fail, ok, type Result } from '../../domain/result'
import type { NoticeRefusal, PaymentNotice, SignedRequest } from '../../operations/ports'
import type { WechatPaySettings } from './settings'
import { decryptResource, isSignedBy } from './signing'

/** A notice older (or newer) than this is a replay; WeChat Pay signs each retry anew. */
const FRESH_SECONDS = 300

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

/** Verifies and opens a payment notice; what is not certain is refused with a reason. */
export function readNotice(
  { headers, body }: SignedRequest,
  settings: WechatPaySettings,
  now: number,
): Result<PaymentNotice, NoticeRefusal> {
  const timestamp = headers['wechatpay-timestamp'] ?? ''
  const nonce = headers['wechatpay-nonce'] ?? ''
  const signature = headers['wechatpay-signature'] ?? ''
  const isOurKey = headers['wechatpay-serial'] === settings.publicKeyId
  const isSigned =
    isOurKey && isSignedBy(`${timestamp}\n${nonce}\n${body}\n`, signature, settings.publicKey)
  if (!isSigned) return fail({ code: 'BAD_SIGNATURE' })
  const age = Math.abs(now / 1_000 - Number(timestamp))
  if (!(age <= FRESH_SECONDS)) return fail({ code: 'STALE' })
  const opened = open(body, settings)
  return opened.ok ? readTransaction(opened.value, settings) : opened
}

function open(body: string, settings: WechatPaySettings): Result<unknown, NoticeRefusal> {
  try {
    const { event_type, resource } = v.parse(envelope, JSON.parse(body))
    if (event_type !== 'TRANSACTION.SUCCESS') return fail({ code: 'NOT_A_PAYMENT' })
    return ok(decryptResource(resource, settings.apiV3Key))
  } catch {
    return fail({ code: 'UNREADABLE' })
  }
}

/** Reads a transaction as WeChat Pay describes it in notices and in answers to a query. */
export function readTransaction(
  content: unknown,
  settings: WechatPaySettings,
): Result<PaymentNotice, NoticeRefusal> {
  const read = v.safeParse(transaction, content)
  if (!read.success) return fail({ code: 'UNREADABLE' })
  const { mchid, appid, trade_state, transaction_id, amount, out_trade_no, success_time } =
    read.output
  if (mchid !== settings.mchid || appid !== settings.appid) return fail({ code: 'OTHER_MERCHANT' })
  if (trade_state !== 'SUCCESS') return fail({ code: 'NOT_A_PAYMENT' })
  if (!transaction_id || !amount) return fail({ code: 'UNREADABLE' })
  return ok({
    orderId: out_trade_no,
    transactionId: transaction_id,
    paidFen: amount.total,
    paidAt: Date.parse(success_time ?? ''),
  })
}
