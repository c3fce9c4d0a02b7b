import type { AdminContract, CallError, Contract, ShopContract } from '@core/contract'
import type { NetworkError } from '@core/contract/errors'
import type { Result } from '@core/kernel/result'
import { invoke } from './transport'

/** What can go wrong with any call, besides the operation's own errors. */
export type CallFailure = CallError | NetworkError

/** What a call of `K` comes to. */
export type Answer<C extends Contract, K extends keyof C> = Result<
  C[K]['output'],
  C[K]['error'] | CallFailure
>

/** Calls an operation of the shop as the person holding the phone. Never throws. */
export const callShop = <K extends keyof ShopContract & string>(
  operation: K,
  input: ShopContract[K]['input'],
): Promise<Answer<ShopContract, K>> => call<Answer<ShopContract, K>>('shop', { operation, input })

/** Calls an operation of the staff; it is refused to everybody else. Never throws. */
export const callAdmin = <K extends keyof AdminContract & string>(
  operation: K,
  input: AdminContract[K]['input'],
): Promise<Answer<AdminContract, K>> =>
  call<Answer<AdminContract, K>>('admin', { operation, input })

type UntypedAnswer = Result<unknown, { code: string }>

/**
 * The contract's types hold because both sides are built from it; the shape is checked all the
 * same.
 */
async function call<A extends UntypedAnswer>(
  name: string,
  question: { operation: string; input: unknown },
): Promise<A | { ok: false; error: NetworkError }> {
  try {
    const answer = await invoke(name, question)
    if (isAnswer(answer)) return answer as A
  } catch {
    // The phone cannot tell a lost question from a lost answer: both are "no connection".
  }
  return { ok: false, error: { code: 'NETWORK' } }
}

function isAnswer(value: unknown): value is UntypedAnswer {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false
  return value.ok === true ? 'value' in value : value.ok === false && 'error' in value
}
