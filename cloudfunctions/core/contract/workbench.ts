import type { StaffRole } from '@core/domain/staff/roles'
import type { NoInput } from './primitives'

/** The workbench: the caller's role, its operations, and counts of waiting work. */
export type WorkbenchView = {
  role: StaffRole
  /** The staff operations that the role may call. */
  operations: string[]
  /** Counts by area name, only of areas that the role may see. */
  waiting: Partial<Record<string, number>>
}

/** Operations of the workbench. */
export type WorkbenchAdminContract = {
  'workbench.show': { input: NoInput; output: WorkbenchView; error: never }
}

declare module '@core/contract' {
  interface AdminOperations extends WorkbenchAdminContract {}
}
