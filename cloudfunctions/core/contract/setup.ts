import type { MigrationReport } from './migrations'
import type { NoInput } from './primitives'
/** What was created in a new cloud environment, and what must be created in its console. */
export type SetupReport = {
  created: string[]
  existing: string[]
  /** Indexes to create by hand: `orders: memberId ↑, placedAt ↓`. */
  indexes: string[]
}

/** What the owner does once in a new environment, and after a release that stores other shapes. */
export type SetupAdminContract = {
  'setup.prepare': { input: NoInput; output: SetupReport; error: never }
  'setup.migrate': { input: NoInput; output: { migrations: MigrationReport[] }; error: never }
}

declare module '@core/contract' {
  interface AdminOperations extends SetupAdminContract {}
}
