import type { StaffRole } from '@core/domain/staff/roles'
import type { NoInput } from './catalog'

/** What can wait for the staff: the rows of `operations/staff/show-workbench.ts`. */
export const WAITING_KINDS = [
  'orders',
  'afterSales',
  'tickets',
  'reviews',
  'questions',
  'stock',
  'outbox',
  'reconciliation',
] as const
export type WaitingKind = (typeof WAITING_KINDS)[number]

/** What the staff begin their day with: who they are here, and how much of what waits. */
export type WorkbenchView = {
  role: StaffRole
  /** Only of what the role may see. */
  waiting: Partial<Record<WaitingKind, number>>
}

/** The staff's first page. */
export type WorkbenchContract = {
  'workbench.show': { input: NoInput; output: WorkbenchView; error: never }
}
