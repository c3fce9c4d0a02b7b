import type { DevcloudRecords } from '@local/records'
import { PayError } from './pay-error'

/** What is asked of WeChat Pay, and what it sends. */
export const ANSWERED_CALLS = [
  'begin',
  'query',
  'close',
  'refund',
  'queryRefund',
  'paymentNotice',
  'refundNotice',
] as const
export type AnsweredCall = (typeof ANSWERED_CALLS)[number]

/**
 * An answer that WeChat Pay is made to give to every such call: an error with HTTP status, code and
 * message, or a success in which the payment or the refund is in `state`.
 */
export type PayAnswer = {
  call: AnsweredCall
  state?: string
  status?: number
  code?: string
  message?: string
}

/** The answers that were ordered. */
export interface PayAnswers {
  /** The answers from now on; none makes WeChat Pay answer by its books again. */
  order(answers: readonly PayAnswer[]): void
  /** Throws the error that this call is to get. */
  refuse(call: AnsweredCall): void
  /** The state to answer, or the one of the books. */
  state<S extends string>(call: AnsweredCall, state: S): S
}

/** The ordered answers of one local cloud. */
export const createPayAnswers = (records: DevcloudRecords): PayAnswers => {
  const find = (call: AnsweredCall) =>
    records.get<PayAnswer[]>('pay-answers', 'next')?.find((one) => one.call === call)
  return {
    order: (answers) => records.put('pay-answers', 'next', answers),
    refuse: (call) => {
      const { state, status = 400, code = '', message = code } = find(call) ?? { state: '' }
      if (state === undefined) throw new PayError(status, code, message)
    },
    state: (call, state) => (find(call)?.state ?? state) as typeof state,
  }
}
