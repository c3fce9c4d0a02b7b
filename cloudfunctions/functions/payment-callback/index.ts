import { describeError } from '@core/data/failures'
import { APP } from '@core/operations/app'
import type { Context } from '@core/operations/context'
import { receiveCloudPayCallback } from '@core/operations/payments/receive-cloud-pay-callback'
import { readCallback } from '@core/runtime/cloud-pay/callback'
import { endInvocation, openInvocation } from '@core/runtime/context'

/** The source of WeChat Pay's calls; the platform sets it, a caller cannot. */
const CALLER = 'wx_paycallback'

/**
 * cloudPay's callback. Anything but `errcode: 0` makes WeChat Pay call again, for up to two days.
 */
export const main = async (event: unknown): Promise<{ errcode: number; errmsg: string }> => {
  const invocation = openInvocation('payment-callback', APP)
  if (!invocation.source.split(',').includes(CALLER)) return { errcode: 1, errmsg: 'FORBIDDEN' }
  const outcome = await receive(invocation.ctx, event)
  await endInvocation(invocation, { operation: 'callback', outcome })
  return outcome === 'ok' ? { errcode: 0, errmsg: '' } : { errcode: 1, errmsg: outcome }
}

async function receive(ctx: Context, event: unknown): Promise<string> {
  try {
    const callback = readCallback(event)
    if (!callback) return 'UNREADABLE'
    const answer = await receiveCloudPayCallback(ctx, callback)
    if (answer.ok) return 'ok'
    ctx.log.error('callback-refused', { code: answer.error.code })
    return answer.error.code
  } catch (error) {
    ctx.log.error('callback-failed', { reason: describeError(error) })
    return 'INTERNAL'
  }
}
