import type { DevcloudRecords } from '@local/records'
import { sleep } from '@local/time'
import type { PayRefund, RefundState } from './ledger'
import type { NoticeDelivery } from './notices'
import { PayError } from './pay-error'
import type { Tamper, CallbackDispatcher, CallbackOptions } from './callback-dispatcher'
import type { PayContext } from './transactions'

/** Bounds one order, so that a mistyped number does not send for ever. */
const TIMES_MAX = 20
const DELAY_MS_MAX = 60_000

/**
 * How refunds fare. Without `outRefundNo` it is said of those to come, until it is said otherwise;
 * with it one refund gets there now.
 */
export type RefundCommand = {
  outRefundNo?: string
  /** `SUCCESS` when not said; `PROCESSING` leaves it hanging. */
  outcome?: RefundState
  /** How many notices are sent: 1 when not said, 0 for none. */
  times?: number
  /** Real ms before the first notice. */
  delayMs?: number
} & CallbackOptions

/** What came of it. */
export type RefundResult = { outRefundNo?: string; state: RefundState; notices: NoticeDelivery[] }

/** Decides what becomes of refunds, and tells of it. */
export interface RefundProcessor {
  /** The state that a refund of this moment gets to. */
  nextState(): RefundState
  /** Tells of a refund that has just been made, as planned; nobody waits for it. */
  notifySoon(refund: PayRefund): void
  process(order: RefundCommand): Promise<RefundResult>
}

type Plan = Omit<RefundCommand, 'outRefundNo'>

const bounded = (value: number, max: number, field: string) => {
  if (Number.isInteger(value) && value >= 0 && value <= max) return value
  throw new PayError(400, 'PARAM_ERROR', `${field} must be a whole number from 0 to ${max}`)
}

/** The refunds of one devcloud. */
export const createRefundProcessor = (
  context: PayContext,
  teller: CallbackDispatcher,
  records: DevcloudRecords,
): RefundProcessor => {
  const { ledger: book } = context
  const plan = (): Plan => records.get<Plan>('refund-plan', 'next') ?? {}
  const tell = async (refund: PayRefund, how: Plan): Promise<NoticeDelivery[]> => {
    if (refund.state === 'PROCESSING') return []
    const options: { tamper?: Tamper } & CallbackOptions = how
    await sleep(bounded(how.delayMs ?? 0, DELAY_MS_MAX, 'delayMs'))
    const notices: NoticeDelivery[] = []
    for (let sent = 0; sent < (how.times ?? 1); sent += 1) {
      const order = book.transaction(refund.outTradeNo)
      notices.push(...(await teller.refund(refund, order, options)))
    }
    return notices
  }
  const finish = (refund: PayRefund, state: RefundState): PayRefund => {
    const before = refund.state ?? 'SUCCESS'
    if (before === 'SUCCESS' && state !== 'SUCCESS') {
      throw new PayError(400, 'INVALID_REQUEST', '该退款已到账')
    }
    const order = book.transaction(refund.outTradeNo)
    const wasClosed = before === 'CLOSED'
    const isClosed = state === 'CLOSED'
    // What is given up can be asked for again, under another number.
    const change = wasClosed === isClosed ? 0 : isClosed ? -refund.refundFen : refund.refundFen
    if (change !== 0) book.saveTransaction({ ...order, refundedFen: order.refundedFen + change })
    const finished = { ...refund, state }
    book.saveRefund(finished)
    return finished
  }
  return {
    nextState: () => plan().outcome ?? 'SUCCESS',
    // Like the real one, it answers first and tells of the outcome later.
    notifySoon: (refund) => void setImmediate(() => void tell(refund, plan()).catch(() => undefined)),
    process: async ({ outRefundNo, ...how }) => {
      const times = bounded(how.times ?? 1, TIMES_MAX, 'times')
      if (outRefundNo === undefined) {
        records.put('refund-plan', 'next', { ...how, times })
        return { state: how.outcome ?? 'SUCCESS', notices: [] }
      }
      const refund = book.findRefund(outRefundNo)
      if (!refund) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
      const finished = finish(refund, how.outcome ?? 'SUCCESS')
      const notices = await tell(finished, { ...how, times })
      return { outRefundNo, state: finished.state ?? 'SUCCESS', notices }
    },
  }
}
