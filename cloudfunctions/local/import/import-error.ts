/** A reason not to import at all, in one sentence for whoever typed the command. */
export class ImportError extends Error {}

/** The sentence in any rejection. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
