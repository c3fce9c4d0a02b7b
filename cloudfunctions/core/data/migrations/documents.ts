/** How far lifting a collection to a schema version has come; `_id` is `<collection>:<version>`. */
export type MigrationState = {
  _id: string
  isDone: boolean
  /** The id of the last document that was looked at; empty at the beginning. */
  cursor: string
  leaseUntil: number
  read: number
  written: number
}

declare module '@core/data/documents' {
  interface Documents {
    migrations: MigrationState
  }
}
