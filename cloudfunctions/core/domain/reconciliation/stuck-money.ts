import type { Day } from '@core/kernel/calendar'
import { DIFFERENCE_KINDS, type DifferenceKind } from './reconciliation'

/**
 * Money that is neither here nor there. `LATE_REFUND`: a payment that came after its order was
 * closed, and has not gone back; `REFUND`: an after-sale's refund that failed; `PAYMENT_UNCLEAR`:
 * an overdue order whose payment can be neither read nor closed; and what a day's bill says
 * otherwise than our records.
 */
export type StuckKind = 'LATE_REFUND' | 'REFUND' | 'PAYMENT_UNCLEAR' | DifferenceKind

/**
 * Why a refund is stuck. `RETRYING`: it was closed and is on its way under another number;
 * `REFUSED`: it was not accepted, or the provider could not be reached in any of the tries.
 */
export type StuckCause = 'ABNORMAL' | 'CLOSED' | 'UNKNOWN' | 'REFUSED' | 'RETRYING'

/** What the staff can do about it here. */
export type StuckAct = 'ask' | 'refundAgain' | 'settle'

/** Why a refund failed: a status that the provider gave, or its refusal. */
export function stuckCause(failure: string): StuckCause {
  const named = (['ABNORMAL', 'CLOSED', 'UNKNOWN'] as const).find((one) => one === failure)
  return named ?? 'REFUSED'
}

/**
 * What can be done. A refund that hangs at the customer's bank is moved on the merchant platform
 * alone; what the provider does not know of cannot be asked for. Only the owner writes money off.
 */
export function stuckActs(
  { kind, cause }: { kind: StuckKind; cause: StuckCause | null },
  isOwner: boolean,
): StuckAct[] {
  if (cause === 'RETRYING') return ['ask']
  const canAsk =
    kind !== 'PAYMENT_DIFFERS' && kind !== 'REFUND_DIFFERS' && kind !== 'REFUND_ONLY_THERE'
  const canResend = cause === 'CLOSED' || cause === 'REFUSED'
  return [
    ...(canResend ? (['refundAgain'] as const) : []),
    ...(canAsk ? (['ask'] as const) : []),
    ...(isOwner ? (['settle'] as const) : []),
  ]
}

/** What a row stands for. */
export type StuckSubject =
  | { kind: 'LATE_REFUND'; transactionId: string }
  | { kind: 'REFUND'; afterSaleId: string }
  | { kind: 'PAYMENT_UNCLEAR'; orderId: string }
  | { kind: DifferenceKind; day: Day; number: string }

/** The id of a row: its kind and what names it. */
export function stuckId(subject: StuckSubject): string {
  switch (subject.kind) {
    case 'LATE_REFUND':
      return `${subject.kind}:${subject.transactionId}`
    case 'REFUND':
      return `${subject.kind}:${subject.afterSaleId}`
    case 'PAYMENT_UNCLEAR':
      return `${subject.kind}:${subject.orderId}`
    default:
      return `${subject.kind}:${subject.day}:${subject.number}`
  }
}

/** What an id stands for; `null` for one that no row has. */
export function stuckSubject(id: string): StuckSubject | null {
  const [kind, first = '', second = ''] = id.split(':')
  if (first === '') return null
  if (kind === 'LATE_REFUND') return { kind, transactionId: first }
  if (kind === 'REFUND') return { kind, afterSaleId: first }
  if (kind === 'PAYMENT_UNCLEAR') return { kind, orderId: first }
  const difference = DIFFERENCE_KINDS.find((one) => one === kind)
  return difference && second !== '' ? { kind: difference, day: first, number: second } : null
}
