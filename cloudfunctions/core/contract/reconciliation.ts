import {
  DIFFERENCE_KINDS,
  type Difference,
  type Total,
} from '@core/domain/reconciliation/reconciliation'
import type { StuckAct, StuckCause, StuckKind } from '@core/domain/reconciliation/stuck-money'
import type { Day } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import type { AfterSaleWrongState } from './after-sales'
import type { NotFound } from './errors'
import { cursor, day, type NoInput, type Page, text } from './primitives'
import type { RefundStuck } from './staff-after-sales'

/** Characters of the staff's note on a difference. */
const NOTE_MAX = 100

/** Days, latest first; with `isOpen` only those that are not balanced. */
export const reconciliationListInput = v.strictObject({ isOpen: v.optional(v.boolean()), cursor })
export type ReconciliationListInput = v.InferOutput<typeof reconciliationListInput>

/** One day. */
export const reconciliationDayInput = v.strictObject({ day })
export type ReconciliationDayInput = v.InferOutput<typeof reconciliationDayInput>

const note = text(NOTE_MAX)

/** A number at the provider: of an order, or of a refund. */
const number = v.pipe(v.string(), v.regex(/^[\w*|@-]{1,64}$/))

/** A payment that is only at the provider. */
export const settleDifferenceInput = v.strictObject({ day, number })
export type SettleDifferenceInput = v.InferOutput<typeof settleDifferenceInput>

/** A difference that the staff have resolved, with their note. */
export const resolveDifferenceInput = v.strictObject({
  day,
  number,
  kind: v.picklist(DIFFERENCE_KINDS),
  note,
})
export type ResolveDifferenceInput = v.InferOutput<typeof resolveDifferenceInput>

/** A difference as the staff see it; `canSettle` when querying the provider may settle it. */
export type DifferenceView = Difference & {
  state: 'open' | 'settled' | 'resolved'
  note: string
  canSettle: boolean
}

/** A day in the list. */
export type ReconciliationRow = {
  day: Day
  state: 'balanced' | 'different' | 'failed'
  /** Open differences. */
  open: number
  /** Payments and refunds of the day that are stuck; with any it is not balanced. */
  stuck: number
  paid: { there: Total; here: Total }
  refunded: { there: Total; here: Total }
  checkedAt: number
  /** Why there was no bill; empty otherwise. */
  reason: string
}

/** A day with its differences; `more` counts those that are not stored. */
export type ReconciliationView = ReconciliationRow & { differences: DifferenceView[]; more: number }

/** The id of a row of stuck money, made of its kind and what it stands for. */
const stuckId = v.pipe(v.string(), v.regex(/^[A-Z_]{3,30}:[\w:|*@-]{1,100}$/))

/** One row of stuck money. */
export const stuckInput = v.strictObject({ id: stuckId })
export type StuckInput = v.InferOutput<typeof stuckInput>

/** A row that the staff settled themselves, and how. */
export const settleStuckInput = v.strictObject({ id: stuckId, note })
export type SettleStuckInput = v.InferOutput<typeof settleStuckInput>

/** Money that is stuck, and what can be done about it. */
export type StuckRow = {
  id: string
  kind: StuckKind
  /** Only of refunds. */
  cause: StuckCause | null
  /** In the provider's words; empty without any. */
  reason: string
  orderId: string
  afterSaleId: string | null
  /** The sum in question. */
  fen: Fen
  /** Only of differences: what each side says. */
  thereFen: Fen | null
  hereFen: Fen | null
  /** Since when. */
  at: number
  /** The day that is not balanced because of it. */
  day: Day
  acts: StuckAct[]
}

/** What came of an act: the row is gone, or it is still there. */
export type StuckOutcome = { outcome: 'SETTLED' | 'WAITING' }

/** The refund may still arrive, so nobody gives the money back by hand. */
export type RefundUnderWay = { code: 'REFUND_UNDER_WAY' }

/** Why nothing was done: the row is gone, the provider does not answer, or only it can act. */
export type StuckError =
  | NotFound
  | RefundStuck
  | AfterSaleWrongState
  | { code: 'PROVIDER_FAILED'; reason: string }
  | { code: 'NOT_PAID' | 'ORDER_UNKNOWN' }
  | { code: 'WRONG_AMOUNT'; totalFen: Fen }

/** Why a day was not compared. */
export type RunDayError = { code: 'DAY_NOT_OVER' } | { code: 'BILL_UNAVAILABLE'; reason: string }

/** Why a payment was not recorded. */
export type SettleDifferenceError =
  | NotFound
  /** The provider reports no payment, or a refunded one. */
  | { code: 'NOT_PAID' }
  | { code: 'PROVIDER_FAILED'; reason: string }
  | { code: 'ORDER_UNKNOWN' }
  | { code: 'WRONG_AMOUNT'; totalFen: Fen }

/** Operations of the owner on the reconciliation. */
export type ReconciliationAdminContract = {
  'reconciliation.list': {
    input: ReconciliationListInput
    output: Page<ReconciliationRow>
    error: never
  }
  'reconciliation.show': {
    input: ReconciliationDayInput
    output: ReconciliationView
    error: NotFound
  }
  'reconciliation.run': {
    input: ReconciliationDayInput
    output: ReconciliationView
    error: RunDayError
  }
  'reconciliation.settle': {
    input: SettleDifferenceInput
    output: ReconciliationView
    error: SettleDifferenceError
  }
  'reconciliation.resolve': {
    input: ResolveDifferenceInput
    output: ReconciliationView
    error: NotFound
  }
  /** Stuck money, the longest waiting first of each kind; `more` when not all of it is listed. */
  'reconciliation.stuck': {
    input: NoInput
    output: { rows: StuckRow[]; hasMore: boolean }
    error: never
  }
  /** Asks the provider, and applies the answer. */
  'reconciliation.askStuck': { input: StuckInput; output: StuckOutcome; error: StuckError }
  'reconciliation.refundAgain': { input: StuckInput; output: StuckOutcome; error: StuckError }
  'reconciliation.settleStuck': {
    input: SettleStuckInput
    output: StuckOutcome
    error: NotFound | RefundUnderWay
  }
}

declare module '@core/contract' {
  interface AdminOperations extends ReconciliationAdminContract {}
}
