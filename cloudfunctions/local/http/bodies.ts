import { DAY_MS, HOUR_MS, MINUTE_MS } from '@core/kernel/calendar'
import { FAULT_KINDS, type FaultSpec } from '@local/faults'
import type { ChatMessage } from '@local/wechat/chat-push'
import { ANSWERED_CALLS, type PayAnswer } from '@local/wechat/pay/answers'
import type { BillFaults } from '@local/wechat/pay/bill'
import { TAMPERS } from '@local/wechat/pay/callback-dispatcher'
import type { PaymentCommand } from '@local/wechat/pay/cashier'
import { REFUND_STATES } from '@local/wechat/pay/ledger'
import { SIGNERS } from '@local/wechat/pay/notices'
import type { RefundCommand } from '@local/wechat/pay/refund-processor'
import * as v from 'valibot'
import { HttpError } from './reply'

type Fields = Record<string, unknown>

const wrong = (field: string, should: string) =>
  new HttpError(400, 'BAD_FIELD', `${field} must be ${should}`)

/** Reads a body; the first field that is wrong is a 400 that names it and says what it must be. */
const read = <S extends v.GenericSchema>(schema: S, fields: unknown): v.InferOutput<S> => {
  const result = v.safeParse(schema, fields, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  throw wrong(v.getDotPath(issue) ?? 'the body', issue.message)
}

/** An object with these fields and no others. */
const body = <E extends v.ObjectEntries>(entries: E) => {
  const names = Object.keys(entries).join(', ')
  return v.strictObject(entries, ({ expected }) => {
    if (expected === 'Object') return `an object with ${names}`
    return expected === 'never' ? `one of ${names}` : 'given'
  })
}

const text = v.string('text')
const COUNT = 'a whole number, not negative'
const count = v.pipe(v.number(COUNT), v.safeInteger(COUNT), v.minValue(0, COUNT))
const oneOf = <const T extends readonly string[]>(known: T) =>
  v.picklist(known, `one of ${known.join(', ')}`)
const openid = v.pipe(text, v.nonEmpty('given'))

const INSTANT = 'a date and time, or give advance'
const moveBody = body({
  now: v.optional(v.union([v.number(), v.string()], INSTANT)),
  advance: v.optional(
    body({
      days: v.optional(count, 0),
      hours: v.optional(count, 0),
      minutes: v.optional(count, 0),
    }),
  ),
})

/**
 * `{ now }` (ISO or epoch ms) or `{ advance: { days, hours, minutes } }` → the instant to go to.
 */
export const readClockTarget = (fields: Fields, now: number): number => {
  const { advance, now: to = Number.NaN } = read(moveBody, fields)
  if (advance) {
    return now + advance.days * DAY_MS + advance.hours * HOUR_MS + advance.minutes * MINUTE_MS
  }
  const instant = typeof to === 'number' ? to : Date.parse(to)
  if (Number.isNaN(instant)) throw wrong('now', INSTANT)
  if (instant < now) throw new HttpError(409, 'CLOCK_BACKWARDS', 'the clock never goes back')
  return instant
}

/** How often, when and how falsely WeChat Pay notifies the shop. */
const notifying = {
  times: v.optional(count),
  delayMs: v.optional(count),
  tamper: v.optional(oneOf(TAMPERS)),
  signedBy: v.optional(oneOf(SIGNERS)),
}

const refundBody = body({
  outRefundNo: v.optional(text),
  outcome: v.optional(oneOf(REFUND_STATES)),
  ...notifying,
})

/** The body of `POST /devcloud/refunds`. */
export const readRefundCommand = (fields: Fields): RefundCommand => read(refundBody, fields)

const billBody = body({
  omit: v.optional(v.array(text, 'a list of numbers of orders or refunds'), []),
  alter: v.optional(v.record(v.string(), count, 'fen by number'), {}),
})

/** The body of `POST /devcloud/bills`. */
export const readBillFaults = (fields: Fields): BillFaults => read(billBody, fields)

const answersBody = body({
  answers: v.optional(
    v.array(
      v.object({
        call: oneOf(ANSWERED_CALLS),
        state: v.optional(text),
        status: v.optional(count),
        code: v.optional(text),
        message: v.optional(text),
      }),
      'a list of answers',
    ),
    [],
  ),
})

/** The body of `POST /devcloud/pay-answers`. */
export const readPayAnswers = (fields: Fields): PayAnswer[] => read(answersBody, fields).answers

const subscriptionBody = body({ openid, templateIds: v.array(text, 'a list of template ids') })

/** The body of `POST /devcloud/subscriptions`: who allows which templates. */
export const readSubscription = (fields: Fields): { openid: string; templateIds: string[] } =>
  read(subscriptionBody, fields)

const chatBody = body({ openid, text: v.optional(text), messageId: v.optional(text) })

/** The body of `POST /devcloud/chat`: who writes what to customer service. */
export const readChat = (fields: Fields): ChatMessage => {
  const { text: words, messageId, ...who } = read(chatBody, fields)
  return { ...who, ...(words ? { text: words } : {}), ...(messageId ? { messageId } : {}) }
}

const payBody = body({
  outTradeNo: v.optional(text),
  prepayId: v.optional(text),
  payment: v.optional(
    v.object(
      {
        timeStamp: v.optional(text, ''),
        nonceStr: v.optional(text, ''),
        package: v.optional(text, ''),
        signType: v.optional(text, ''),
        paySign: v.optional(text, ''),
      },
      'the arguments of wx.requestPayment',
    ),
  ),
  outcome: v.optional(oneOf(['success', 'fail'])),
  ...notifying,
})

/** The body of `POST /devcloud/pay`. */
export const readPaymentCommand = (fields: Fields): PaymentCommand => {
  const order = read(payBody, fields)
  if (order.outTradeNo ?? order.prepayId ?? order.payment) return order
  throw wrong('outTradeNo', 'given (or prepayId, or payment)')
}

const faultBody = body({
  kind: oneOf(FAULT_KINDS),
  action: v.optional(text),
  collection: v.optional(text),
  function: v.optional(text),
  skip: v.optional(count),
  times: v.optional(count),
  ms: v.optional(count),
})

/** The body of `POST /devcloud/faults`: a fault, or `{ clear: true }`. */
export const readFaultSpec = (fields: Fields): FaultSpec | 'clear' =>
  fields.clear === true ? 'clear' : read(faultBody, fields)
