/** How far the migration of one collection has come. */
export type MigrationReport = {
  /** `<collection>:<version>`, or `<collection>:keys` for sealing with the present keys. */
  name: string
  isDone: boolean
  /** Documents looked at so far, and those of them that were rewritten. */
  read: number
  written: number
  /** Sealed values that no known key opens; they stay as they are. */
  unreadable?: number
}
