import { FAULT_KINDS, type FaultKind, type FaultOrder } from '@local/faults'
import { DAY_MS, HOUR_MS } from '@local/time'
import type { ChatMessage } from '@local/wechat/chat-push'
import type { BillPlan } from '@local/wechat/pay/bill'
import { REFUND_STATES } from '@local/wechat/pay/book'
import type { PayOrder } from '@local/wechat/pay/cashier'
import { SIGNERS } from '@local/wechat/pay/notices'
import type { RefundOrder } from '@local/wechat/pay/refund-plan'
import type { PaymentArguments } from '@local/wechat/pay/signature'
import { TAMPERS } from '@local/wechat/pay/teller'
import { HttpError } from './reply'

type Fields = Record<string, unknown>

const wrong = (field: string, should: string) =>
  new HttpError(400, 'BAD_FIELD', `${field} must be ${should}`)

const textIn = (fields: Fields, field: string): string | undefined => {
  const value = fields[field]
  if (value === undefined || typeof value === 'string') return value
  throw wrong(field, 'text')
}

const countIn = (fields: Fields, field: string): number | undefined => {
  const value = fields[field]
  if (value === undefined) return undefined
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number
  throw wrong(field, 'a whole number, not negative')
}

const oneOf = <T extends string>(
  fields: Fields,
  field: string,
  known: readonly T[],
): T | undefined => {
  const value = fields[field]
  if (value === undefined || known.includes(value as T)) return value as T | undefined
  throw wrong(field, `one of ${known.join(', ')}`)
}

const unknownIn = (fields: Fields, known: readonly string[]) => {
  const extra = Object.keys(fields).find((field) => !known.includes(field))
  if (extra !== undefined) throw wrong(extra, `one of ${known.join(', ')}`)
}

const durationIn = (fields: Fields): number => {
  unknownIn(fields, ['days', 'hours', 'minutes'])
  const {
    days = 0,
    hours = 0,
    minutes = 0,
  } = {
    days: countIn(fields, 'days'),
    hours: countIn(fields, 'hours'),
    minutes: countIn(fields, 'minutes'),
  }
  return days * DAY_MS + hours * HOUR_MS + (minutes * HOUR_MS) / 60
}

/**
 * `{ now }` (ISO or epoch ms) or `{ advance: { days, hours, minutes } }` → the instant to go to.
 */
export const readMove = (fields: Fields, now: number): number => {
  unknownIn(fields, ['now', 'advance'])
  if (fields.advance !== undefined) {
    if (typeof fields.advance !== 'object' || fields.advance === null) {
      throw wrong('advance', 'an object with days, hours or minutes')
    }
    return now + durationIn(fields.advance as Fields)
  }
  const { now: to } = fields
  const instant = typeof to === 'number' ? to : typeof to === 'string' ? Date.parse(to) : NaN
  if (Number.isNaN(instant)) throw wrong('now', 'a date and time, or give advance')
  if (instant < now) throw new HttpError(409, 'CLOCK_BACKWARDS', 'the clock never goes back')
  return instant
}

const paymentIn = (fields: Fields): PaymentArguments | undefined => {
  if (fields.payment === undefined) return undefined
  if (typeof fields.payment !== 'object' || fields.payment === null) {
    throw wrong('payment', 'the arguments of wx.requestPayment')
  }
  const payment = fields.payment as Fields
  const part = (field: string) => textIn(payment, field) ?? ''
  return {
    timeStamp: part('timeStamp'),
    nonceStr: part('nonceStr'),
    package: part('package'),
    signType: part('signType'),
    paySign: part('paySign'),
  }
}

const TELLING = ['times', 'delayMs', 'tamper', 'signedBy']

const tellingIn = (fields: Fields) => ({
  times: countIn(fields, 'times'),
  delayMs: countIn(fields, 'delayMs'),
  tamper: oneOf(fields, 'tamper', TAMPERS),
  signedBy: oneOf(fields, 'signedBy', SIGNERS),
})

/** The body of `POST /devcloud/refunds`. */
export const readRefundOrder = (fields: Fields): RefundOrder => {
  unknownIn(fields, ['outRefundNo', 'outcome', ...TELLING])
  return {
    outRefundNo: textIn(fields, 'outRefundNo'),
    outcome: oneOf(fields, 'outcome', REFUND_STATES),
    ...tellingIn(fields),
  }
}

/** The body of `POST /devcloud/bills`. */
export const readBillPlan = (fields: Fields): BillPlan => {
  unknownIn(fields, ['omit', 'alter'])
  const { omit = [], alter = {} } = fields
  if (!isTexts(omit)) throw wrong('omit', 'a list of numbers of orders or refunds')
  if (typeof alter !== 'object' || alter === null) throw wrong('alter', 'fen by number')
  const sums = Object.keys(alter).map((no) => [no, countIn(alter as Fields, no) ?? 0] as const)
  return { omit, alter: Object.fromEntries(sums) }
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** The body of `POST /devcloud/subscriptions`: who allows which templates. */
export const readSubscription = (fields: Fields): { openid: string; templateIds: string[] } => {
  unknownIn(fields, ['openid', 'templateIds'])
  const { templateIds } = fields
  if (!isTexts(templateIds)) throw wrong('templateIds', 'a list of template ids')
  return { ...readWho({ openid: fields.openid }), templateIds }
}

/** The body of `POST /devcloud/chat`: who writes what to customer service. */
export const readChat = (fields: Fields): ChatMessage => {
  unknownIn(fields, ['openid', 'text', 'messageId'])
  const [text, messageId] = [textIn(fields, 'text'), textIn(fields, 'messageId')]
  const who = readWho({ openid: fields.openid })
  return { ...who, ...(text ? { text } : {}), ...(messageId ? { messageId } : {}) }
}

const readWho = (fields: Fields): { openid: string } => {
  unknownIn(fields, ['openid'])
  const openid = textIn(fields, 'openid')
  if (!openid) throw wrong('openid', 'given')
  return { openid }
}

/** The body of `POST /devcloud/pay`. */
export const readPayOrder = (fields: Fields): PayOrder => {
  unknownIn(fields, ['outTradeNo', 'prepayId', 'payment', 'outcome', ...TELLING])
  const order: PayOrder = {
    outTradeNo: textIn(fields, 'outTradeNo'),
    prepayId: textIn(fields, 'prepayId'),
    payment: paymentIn(fields),
    outcome: oneOf(fields, 'outcome', ['success', 'fail'] as const),
    ...tellingIn(fields),
  }
  if (order.outTradeNo ?? order.prepayId ?? order.payment) return order
  throw wrong('outTradeNo', 'given (or prepayId, or payment)')
}

/** The body of `POST /devcloud/faults`: an order, or `{ clear: true }`. */
export const readFaultOrder = (fields: Fields): FaultOrder | 'clear' => {
  if (fields.clear === true) return 'clear'
  unknownIn(fields, ['kind', 'action', 'collection', 'function', 'skip', 'times', 'ms'])
  const kind: FaultKind | undefined = oneOf(fields, 'kind', FAULT_KINDS)
  if (kind === undefined) throw wrong('kind', `one of ${FAULT_KINDS.join(', ')}`)
  return {
    kind,
    action: textIn(fields, 'action'),
    collection: textIn(fields, 'collection'),
    function: textIn(fields, 'function'),
    skip: countIn(fields, 'skip'),
    times: countIn(fields, 'times'),
    ms: countIn(fields, 'ms'),
  }
}
