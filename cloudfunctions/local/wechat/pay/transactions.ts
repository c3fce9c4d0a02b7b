import { randomBytes } from 'node:crypto'
import type { Clock } from '@local/ports'
import { DEVCLOUD_APPID, type DevcloudSecrets } from '@local/secrets'
import { digestOf, type PayLedger, type PayTransaction, transactionView } from './ledger'
import { badField, PayError } from './pay-error'

const OUT_TRADE_NO = /^[\w*|-]{6,32}$/
const DESCRIPTION_BYTES_MAX = 127
const NOTIFY_URL_CHARS_MAX = 255

/** What the orders of WeChat Pay work with. */
export type PayContext = { ledger: PayLedger; secrets: DevcloudSecrets; clock: Clock }

type Fields = Record<string, unknown>

/** A field that must be an object, or an empty one. */
export const objectIn = (body: Fields, field: string): Fields => {
  const value = body[field]
  if (typeof value !== 'object' || value === null) throw badField(field)
  return value as Fields
}

/** A positive whole amount of fen. */
export const fenIn = (amount: Fields, field: string): number => {
  const value = amount[field]
  if (!Number.isSafeInteger(value) || (value as number) <= 0) throw badField(`amount/${field}`)
  return value as number
}

/** Notices go to this machine only; any other address is refused. */
export const notifyUrlIn = (body: Fields): string => {
  const url = body.notify_url
  if (typeof url !== 'string' || url.length > NOTIFY_URL_CHARS_MAX || !URL.canParse(url)) {
    throw badField('notify_url')
  }
  const { hostname, search } = new URL(url)
  if (hostname !== '127.0.0.1' || search !== '') throw badField('notify_url')
  return url
}

const expiryIn = ({ time_expire: text }: Fields, now: number): number | undefined => {
  if (text === undefined) return undefined
  const instant = typeof text === 'string' ? Date.parse(text) : NaN
  if (!(instant > now)) throw badField('time_expire')
  return instant
}

/** The fields of a requested order. */
export type OrderFields = Omit<PayTransaction, 'prepayId' | 'state' | 'refundedFen' | 'digest'>

const readOrder = (body: Fields, { secrets, clock }: PayContext): OrderFields => {
  if (body.appid !== DEVCLOUD_APPID || body.mchid !== secrets.mchid) {
    throw new PayError(400, 'APPID_MCHID_NOT_MATCH', 'AppID和mch_id不匹配')
  }
  const { description, out_trade_no: outTradeNo, attach } = body
  if (typeof outTradeNo !== 'string' || !OUT_TRADE_NO.test(outTradeNo)) {
    throw badField('out_trade_no')
  }
  const isDescribed =
    typeof description === 'string' &&
    description !== '' &&
    Buffer.byteLength(description) <= DESCRIPTION_BYTES_MAX
  if (!isDescribed) throw badField('description')
  if (attach !== undefined && typeof attach !== 'string') throw badField('attach')
  const amount = objectIn(body, 'amount')
  if (amount.currency !== undefined && amount.currency !== 'CNY') throw badField('amount/currency')
  const { openid } = objectIn(body, 'payer')
  if (typeof openid !== 'string' || openid === '') throw badField('payer/openid')
  return {
    outTradeNo,
    appid: DEVCLOUD_APPID,
    mchid: secrets.mchid,
    description,
    ...(attach === undefined ? {} : { attach }),
    notifyUrl: notifyUrlIn(body),
    totalFen: fenIn(amount, 'total'),
    openid,
    expiresAt: expiryIn(body, clock.now()),
  }
}

/** `POST /v3/pay/transactions/jsapi`: the same order again gets its prepay id again. */
export const createTransaction = (body: Fields, context: PayContext): { prepay_id: string } => ({
  prepay_id: openTransaction(readOrder(body, context), context),
})

/** Opens an order, or finds it open; the prepay id. Throws when the number is used otherwise. */
export const openTransaction = (order: OrderFields, context: PayContext): string => {
  const { expiresAt: _validity, ...content } = order
  const digest = digestOf(content)
  const known = context.ledger.findTransaction(order.outTradeNo)
  if (known) {
    if (known.digest !== digest) {
      throw new PayError(403, 'OUT_TRADE_NO_USED', '商户订单号重复，且请求内容不同')
    }
    if (known.state === 'CLOSED') throw new PayError(400, 'ORDER_CLOSED', '订单已关闭')
    if (known.state !== 'NOTPAY') throw new PayError(400, 'ORDERPAID', '订单已支付')
    return known.prepayId
  }
  const prepayId = `wx${randomBytes(17).toString('hex')}`
  context.ledger.saveTransaction({ ...order, prepayId, digest, state: 'NOTPAY', refundedFen: 0 })
  return prepayId
}

const checkMerchant = (mchid: unknown, { secrets }: PayContext) => {
  if (mchid !== secrets.mchid) throw new PayError(400, 'PARAM_ERROR', '商户号与签名不一致')
}

/** `GET /v3/pay/transactions/out-trade-no/{no}?mchid=`. */
export const queryTransaction = (outTradeNo: string, mchid: string | null, context: PayContext) => {
  checkMerchant(mchid, context)
  return transactionView(context.ledger.transaction(outTradeNo))
}

/**
 * `POST /v3/pay/transactions/out-trade-no/{no}/close`; closing twice is no error, closing a paid
 * one is.
 */
export const closeTransaction = (outTradeNo: string, mchid: unknown, context: PayContext): void => {
  checkMerchant(mchid, context)
  const transaction = context.ledger.transaction(outTradeNo)
  if (transaction.state === 'CLOSED') return
  if (transaction.state !== 'NOTPAY') throw new PayError(400, 'ORDERPAID', '订单已支付')
  context.ledger.saveTransaction({ ...transaction, state: 'CLOSED' })
}
