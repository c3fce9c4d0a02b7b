/** Why nothing can be imported, in one sentence for the person who typed the command. */
export class ImportError extends Error {}

/** The message of anything thrown. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
