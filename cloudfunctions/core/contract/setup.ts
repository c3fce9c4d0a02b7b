import type { NoInput } from './primitives'
/** What a new cloud environment was given, and what only its console can make. */
export type SetupReport = {
  created: string[]
  existing: string[]
  /** Indexes to be made by hand: `orders: memberId ↑, placedAt ↓`. */
  indexes: string[]
}

/** What the owner does once in a new environment. */
export type SetupAdminContract = {
  'setup.prepare': { input: NoInput; output: SetupReport; error: never }
}

declare module '@core/contract' {
  interface AdminOperations extends SetupAdminContract {}
}
