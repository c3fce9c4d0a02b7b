import type { StaffRole } from '@core/domain/staff/roles'
import type { NoInput } from './primitives'

/** What the staff begin their day with: their role, what it may call, and how much is waiting. */
export type WorkbenchView = {
  role: StaffRole
  /** The names of the staff operations that the role may call. */
  operations: string[]
  /** Counts by the names that the areas give them, only of what the role may see. */
  waiting: Partial<Record<string, number>>
}

/** The staff's first page. */
export type WorkbenchAdminContract = {
  'workbench.show': { input: NoInput; output: WorkbenchView; error: never }
}

declare module '@core/contract' {
  interface AdminOperations extends WorkbenchAdminContract {}
}
