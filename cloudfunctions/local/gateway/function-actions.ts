import { type Caller, CloudError, type FunctionInvoker } from '@local/ports'

import type { Answer } from './database-actions'

/** A function calling a function; the event travels as text. */
export type FunctionRequest = { action: string; function_name?: string; request_data?: string }

/** `EXCEED_MAX_PAYLOAD_SIZE`: the text of a function call. */
export const EVENT_BYTES_MAX = 100 * 1024

/** `EXCEED_MAX_RESPONSE_SIZE`: what a function answers. */
const RESULT_BYTES_MAX = 1024 * 1024

/** Invokes on behalf of the caller; each hop adds `scf` to the source the callee sees. */
export async function invokeFunction(
  functions: FunctionInvoker,
  request: FunctionRequest,
  caller: Caller,
): Promise<Answer> {
  const text = request.request_data ?? '{}'
  if (Buffer.byteLength(text) > EVENT_BYTES_MAX) {
    throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', 'the event is larger than 100 KB')
  }
  const source = caller.source === '' ? 'scf' : `${caller.source},scf`
  const event: unknown = JSON.parse(text)
  const result = await functions.invoke(request.function_name ?? '', event, { ...caller, source })
  const answer = JSON.stringify(result ?? null)
  if (Buffer.byteLength(answer) > RESULT_BYTES_MAX) {
    throw new CloudError('EXCEED_MAX_RESPONSE_SIZE', 'the result is larger than 1 MB')
  }
  return { data: { response_data: answer } }
}
