/** How far the migration of one collection has come. */
export type MigrationReport = {
  /** `<collection>:<version>`. */
  name: string
  isDone: boolean
  /** Documents looked at so far, and those of them that were lifted. */
  read: number
  written: number
}
