/** How far the migration of one collection has come. */
export type MigrationReport = {
  /** `<collection>:<version>`, `<collection>:keys` for sealing, or an area's own. */
  name: string
  isDone: boolean
  /** Documents looked at so far, and those of them that were rewritten. */
  read: number
  written: number
  /** Sealed values that no known key opens; they stay as they are. */
  unreadable?: number
}
