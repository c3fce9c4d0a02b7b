import type { DevcloudRecords } from '@local/records'
import { sleep } from '@local/time'
import type { CallbackDispatcher, CallbackOptions, Tamper } from './callback-dispatcher'
import type { PayRefund, RefundState } from './ledger'
import type { NoticeDelivery } from './notices'
import { PayError } from './pay-error'
import type { PayContext } from './transactions'

/** Limits on one command, so that a mistyped number cannot send endlessly. */
const TIMES_MAX = 20
const DELAY_MS_MAX = 60_000

/**
 * The outcome of refunds: of all future ones until the next command, or with `outRefundNo` of that
 * refund, now.
 */
export type RefundCommand = {
  outRefundNo?: string
  /** `SUCCESS` by default; `PROCESSING` leaves it pending. */
  outcome?: RefundState
  /** How many notices are sent: 1 by default, 0 for none. */
  times?: number
  /** Real ms before the first notice. */
  delayMs?: number
} & CallbackOptions

/** The result of a command. */
export type RefundResult = { outRefundNo?: string; state: RefundState; notices: NoticeDelivery[] }

/** Decides the outcome of refunds and notifies the merchant. */
export interface RefundProcessor {
  /** The state that a new refund will get. */
  nextState(): RefundState
  /** Notifies the merchant of a new refund in the background. */
  notifySoon(refund: PayRefund): void
  /** Resolves when every notice sent in the background has been answered. */
  settled(): Promise<void>
  process(order: RefundCommand): Promise<RefundResult>
}

const afterAnswer = () => new Promise<void>((go) => void setImmediate(go))

type Plan = Omit<RefundCommand, 'outRefundNo'>

const bounded = (value: number, max: number, field: string) => {
  if (Number.isInteger(value) && value >= 0 && value <= max) return value
  throw new PayError(400, 'PARAM_ERROR', `${field} must be a whole number from 0 to ${max}`)
}

/** The refunds of one devcloud. */
export const createRefundProcessor = (
  context: PayContext,
  dispatcher: CallbackDispatcher,
  records: DevcloudRecords,
): RefundProcessor => {
  const { ledger } = context
  const plan = (): Plan => records.get<Plan>('refund-plan', 'next') ?? {}
  const notify = async (refund: PayRefund, how: Plan): Promise<NoticeDelivery[]> => {
    if (refund.state === 'PROCESSING') return []
    const options: { tamper?: Tamper } & CallbackOptions = how
    await sleep(bounded(how.delayMs ?? 0, DELAY_MS_MAX, 'delayMs'))
    const notices: NoticeDelivery[] = []
    for (let sent = 0; sent < (how.times ?? 1); sent += 1) {
      const order = ledger.transaction(refund.outTradeNo)
      notices.push(...(await dispatcher.refund(refund, order, options)))
    }
    return notices
  }
  const finish = (refund: PayRefund, state: RefundState): PayRefund => {
    const before = refund.state ?? 'SUCCESS'
    if (before === 'SUCCESS' && state !== 'SUCCESS') {
      throw new PayError(400, 'INVALID_REQUEST', '该退款已到账')
    }
    const order = ledger.transaction(refund.outTradeNo)
    const wasClosed = before === 'CLOSED'
    const isClosed = state === 'CLOSED'
    // A closed refund frees its amount for another refund number.
    const change = wasClosed === isClosed ? 0 : isClosed ? -refund.refundFen : refund.refundFen
    if (change !== 0) ledger.saveTransaction({ ...order, refundedFen: order.refundedFen + change })
    const finished = { ...refund, state }
    ledger.saveRefund(finished)
    return finished
  }
  const underWay = new Set<Promise<unknown>>()
  return {
    nextState: () => plan().outcome ?? 'SUCCESS',
    // Like the real service, it answers first and sends the outcome later.
    notifySoon: (refund) => {
      const told = afterAnswer()
        .then(() => notify(refund, plan()))
        .catch(() => undefined)
        .finally(() => underWay.delete(told))
      underWay.add(told)
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    process: async ({ outRefundNo, ...how }) => {
      const times = bounded(how.times ?? 1, TIMES_MAX, 'times')
      if (outRefundNo === undefined) {
        records.put('refund-plan', 'next', { ...how, times })
        return { state: how.outcome ?? 'SUCCESS', notices: [] }
      }
      const refund = ledger.findRefund(outRefundNo)
      if (!refund) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
      const finished = finish(refund, how.outcome ?? 'SUCCESS')
      const notices = await notify(finished, { ...how, times })
      return { outRefundNo, state: finished.state ?? 'SUCCESS', notices }
    },
  }
}
