import { HOUR_MS, type Instant, MINUTE_MS } from '@core/kernel/calendar'

/** What the shop does by itself, document by document, and may fail at with one of them. */
export const DUTIES = [
  'closeAndConfirm',
  'remindUnpaid',
  'repairHolds',
  'finishMovement',
  'repairGrants',
  'countSold',
  'recountCoupon',
  'expireAfterSale',
  'askForPayment',
  'reviewMember',
  'comparePayments',
  'remindLaunch',
  'remindRestocked',
] as const
export type Duty = (typeof DUTIES)[number]

/** Why it failed, as far as it can be told without the text of an error, which may name people. */
export const FAILURES = ['TOO_LARGE', 'CONFLICT', 'TIMEOUT', 'DATABASE', 'DEFECT'] as const
export type FailureKind = (typeof FAILURES)[number]

/** A document that a duty failed at. It is tried again, less and less often, until it succeeds. */
export type SetAside = {
  id: string
  duty: Duty
  collection: string
  documentId: string
  failure: FailureKind
  since: Instant
  lastAt: Instant
  times: number
  /** Passed over until then. */
  nextAt: Instant
}

/** The first wait: the very next run of a timer tries again. It doubles each time. */
const WAIT_MS = MINUTE_MS
/** The longest wait: every night's run tries. */
const WAIT_MAX_MS = 12 * HOUR_MS
/** Doublings until the longest wait is reached for certain. */
const DOUBLINGS_MAX = 10

/** Which document, for which duty. */
export type Failed = Pick<SetAside, 'id' | 'duty' | 'collection' | 'documentId'>

/** The entry of a document after one more failure; `before` is its entry so far. */
export function setAsideAfter(
  failed: Failed,
  before: SetAside | undefined,
  { failure, at }: { failure: FailureKind; at: Instant },
): SetAside {
  const times = (before?.times ?? 0) + 1
  const wait = Math.min(WAIT_MAX_MS, WAIT_MS * 2 ** Math.min(DOUBLINGS_MAX, times - 1))
  return { ...failed, failure, since: before?.since ?? at, lastAt: at, times, nextAt: at + wait }
}
