/**
 * How far rewriting a collection has come. `_id` is `<collection>:<version>` for lifting it to a
 * schema version, `<collection>:keys` for sealing it with the present keys, or an area's own name.
 */
export type MigrationState = {
  _id: string
  isDone: boolean
  /** The id of the last document that was looked at; empty at the beginning. */
  cursor: string
  leaseUntil: number
  read: number
  written: number
  /** What the result depends on, such as keys; of sealing, how many values no key opened. */
  keys?: string
  unreadable?: number
}

declare module '@core/data/documents' {
  interface Documents {
    migrations: MigrationState
  }
}
