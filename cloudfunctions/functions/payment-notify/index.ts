import { describeError } from '@core/data/failures'
import { APP } from '@core/operations/app'
import type { Context } from '@core/operations/context'
import { receivePaymentCallback } from '@core/operations/payments/receive-payment-callback'
import { endInvocation, openInvocation } from '@core/runtime/context'
import { type HttpAnswer, httpJson, readHttpEvent } from '@core/runtime/http'

/** WeChat Pay's callbacks over HTTP access. Any status but 200 makes WeChat Pay send it again. */
export const main = async (event: unknown): Promise<HttpAnswer> => {
  const invocation = openInvocation('payment-notify', APP)
  const outcome = await receive(invocation.ctx, event)
  await endInvocation(invocation, { operation: 'notify', outcome })
  if (outcome === 'ok') return httpJson(200, { code: 'SUCCESS' })
  return httpJson(outcome === 'INTERNAL' ? 500 : 400, { code: 'FAIL', message: outcome })
}

async function receive(ctx: Context, event: unknown): Promise<string> {
  try {
    const answer = await receivePaymentCallback(ctx, readHttpEvent(event))
    if (answer.ok) return 'ok'
    ctx.log.error('callback-refused', { code: answer.error.code })
    return answer.error.code
  } catch (error) {
    ctx.log.error('callback-failed', { reason: describeError(error) })
    return 'INTERNAL'
  }
}
