import { setTimeout as wait } from 'node:timers/promises'
import type { AdminContract } from '@core/contract'
import { ImportError, reasonOf } from './import-error'

/** Attempts of a call before the import fails; every operation is idempotent. */
const ATTEMPTS_MAX = 4
/** The first wait between two tries, in ms; each next one is twice as long. */
const WAIT_MS = 250

/** The staff's side of a shop. Operations of an import have no expected failures. */
export interface Shop {
  call<K extends keyof AdminContract>(
    operation: K,
    input: AdminContract[K]['input'],
  ): Promise<AdminContract[K]['output']>
  close(): Promise<void>
}

/** What the `admin` function answers. */
type Answer = { ok: true; value: unknown } | { ok: false; error: { code: string } }

/** Calls the `admin` function as the owner. */
export type Invoke = (event: { operation: string; input: unknown }) => Promise<unknown>

/** A client of a shop's `admin` function that retries failed calls. */
export const createShopClient = (invoke: Invoke, close: () => Promise<void>): Shop => ({
  close,
  call: async (operation, input) => (await callWithRetries(invoke, { operation, input })) as never,
})

async function callWithRetries(
  invoke: Invoke,
  event: { operation: string; input: unknown },
): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await invoke(event).then(
      (value) => value as Answer,
      (error: unknown): Answer => ({ ok: false, error: { code: reasonOf(error) } }),
    )
    if (answer.ok) return answer.value
    if (isFinal(answer.error.code) || attempt === ATTEMPTS_MAX) {
      throw new ImportError(
        `The shop refused ${event.operation}: ${JSON.stringify(answer.error)}. ` +
          'What was imported so far stays; the same command goes on from there.',
      )
    }
    await wait(WAIT_MS * 2 ** (attempt - 1))
  }
}

/** Errors that a retry cannot change. */
const isFinal = (code: string): boolean =>
  ['INVALID_INPUT', 'UNKNOWN_OPERATION', 'FORBIDDEN', 'NOT_SIGNED_IN'].includes(code)
