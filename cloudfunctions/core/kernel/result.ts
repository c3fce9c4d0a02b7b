/**
 * What an operation comes to: a value, or an expected failure named by its `code`. A bug is thrown.
 */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }

/** A success. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

/** An expected failure; the union of all codes is declared beside the operation. */
export const fail = <const E extends { code: string }>(error: E): { ok: false; error: E } => ({
  ok: false,
  error,
})

/** Makes a `switch` exhaustive: a new member of the union does not compile until it is handled. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
