import type { AdminContract, CallError, Contract, ShopContract } from '@core/contract'
import type { NetworkError } from '@core/contract/errors'
import { type Door, functionOf } from '@core/kernel/deployment'
import type { Result } from '@core/kernel/result'
import { callStarted, noteCloudTime } from './clock'
import { invoke } from './transport'

/** The errors that any call can return, besides the operation's own. */
export type CallFailure = CallError | NetworkError

/** The result of calling operation `K`. */
export type Answer<C extends Contract, K extends keyof C> = Result<
  C[K]['output'],
  C[K]['error'] | CallFailure
>

/** Calls a shop operation as the current user. Never throws. */
export const callShop = <K extends keyof ShopContract & string>(
  operation: K,
  input: ShopContract[K]['input'],
): Promise<Answer<ShopContract, K>> => call<Answer<ShopContract, K>>('shop', { operation, input })

/** Calls a staff operation; other users get `FORBIDDEN`. Never throws. */
export const callAdmin = <K extends keyof AdminContract & string>(
  operation: K,
  input: AdminContract[K]['input'],
): Promise<Answer<AdminContract, K>> =>
  call<Answer<AdminContract, K>>('admin', { operation, input })

type UntypedAnswer = Result<unknown, { code: string }> & { at?: unknown }

/**
 * Both sides are built from the same contract, so the types hold; only the outer shape is checked.
 */
async function call<A extends Result<unknown, { code: string }>>(
  door: Door,
  request: { operation: string; input: unknown },
): Promise<A | { ok: false; error: NetworkError }> {
  try {
    const started = callStarted()
    const answer = await invoke(functionOf(door, request.operation), request)
    if (isAnswer(answer)) {
      // A function that was deployed before answers told the time leaves the clock as it is.
      if (typeof answer.at === 'number') noteCloudTime(answer.at, started)
      return answer as A
    }
  } catch {
    // A lost request and a lost response look the same here: both are "no connection".
  }
  return { ok: false, error: { code: 'NETWORK' } }
}

function isAnswer(value: unknown): value is UntypedAnswer {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false
  return value.ok === true ? 'value' in value : value.ok === false && 'error' in value
}
