import type { StaffRole } from '@core/domain/staff/roles'
import type { RefundsUnderWay, Takings } from '@core/domain/workbench/today'
import type { NoInput } from './primitives'

/** How the day goes, so far. */
export type TodayView = {
  paid: Takings
  /** What was paid yesterday until this time of the day. */
  paidYesterday: Takings
  /** Customers who did something today; who did not agree to be remembered is not counted. */
  customers: number
  refundsUnderWay: RefundsUnderWay
}

/** The workbench: the caller's role, its operations, and counts of waiting work. */
export type WorkbenchView = {
  role: StaffRole
  /** The staff operations that the role may call. */
  operations: string[]
  /** Counts by area name, only of areas that the role may see. */
  waiting: Partial<Record<string, number>>
  /** How many of them should be done today, by the same names; those of none are left out. */
  due: Partial<Record<string, number>>
  /** `null` for a role that does not see the shop's money. */
  today: TodayView | null
}

/** Operations of the workbench. */
export type WorkbenchAdminContract = {
  'workbench.show': { input: NoInput; output: WorkbenchView; error: never }
}

declare module '@core/contract' {
  interface AdminOperations extends WorkbenchAdminContract {}
}
