import { describeError } from '@core/data/failures'
import { APP } from '@core/operations/app'
import { deliverPosted } from '@core/operations/outbox/deliver-outbox'
import { receiveCloudPayCallback } from '@core/operations/payments/receive-cloud-pay-callback'
import { readCallback } from '@core/runtime/cloud-pay/callback'
import { openInvocation } from '@core/runtime/context'

/** The source of WeChat Pay's calls; the platform sets it, a caller cannot. */
const CALLER = 'wx_paycallback'

/**
 * cloudPay's callback. Anything but `errcode: 0` makes WeChat Pay call again, for up to two days.
 */
export const main = async (event: unknown): Promise<{ errcode: number; errmsg: string }> => {
  const { ctx, source } = openInvocation('payment-callback', APP)
  if (!source.split(',').includes(CALLER)) return { errcode: 1, errmsg: 'FORBIDDEN' }
  try {
    const callback = readCallback(event)
    if (!callback) return { errcode: 1, errmsg: 'UNREADABLE' }
    const answer = await receiveCloudPayCallback(ctx, callback)
    await deliverPosted(ctx)
    if (answer.ok) return { errcode: 0, errmsg: '' }
    ctx.log.error('callback-refused', { code: answer.error.code })
    return { errcode: 1, errmsg: answer.error.code }
  } catch (error) {
    ctx.log.error('callback-failed', { reason: describeError(error) })
    return { errcode: 1, errmsg: 'INTERNAL' }
  }
}
