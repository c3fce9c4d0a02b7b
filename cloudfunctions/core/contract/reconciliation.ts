import {
  DIFFERENCE_KINDS,
  type Difference,
  type Total,
} from '@core/domain/reconciliation/reconciliation'
import type { Day } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import type { NotFound } from './errors'
import { cursor, day, type Page } from './primitives'

/** Characters of the staff's note on a difference. */
const NOTE_MAX = 100

/** Days, latest first. */
export const reconciliationListInput = v.strictObject({ cursor })
export type ReconciliationListInput = v.InferOutput<typeof reconciliationListInput>

/** One day. */
export const reconciliationDayInput = v.strictObject({ day })
export type ReconciliationDayInput = v.InferOutput<typeof reconciliationDayInput>

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
  note: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(NOTE_MAX)),
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
  paid: { there: Total; here: Total }
  refunded: { there: Total; here: Total }
  checkedAt: number
  /** Why there was no bill; empty otherwise. */
  reason: string
}

/** A day with its differences; `more` counts those that are not stored. */
export type ReconciliationView = ReconciliationRow & { differences: DifferenceView[]; more: number }

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
}

declare module '@core/contract' {
  interface AdminOperations extends ReconciliationAdminContract {}
}
