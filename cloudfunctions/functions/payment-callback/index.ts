import { describeError } from '@core/data/failures'
import { APP } from '@core/operations/app'
import { receiveCloudPayCallback } from '@core/operations/payments/receive-callback'
import { readCallback } from '@core/runtime/cloud-pay/callback'
import { openInvocation } from '@core/runtime/context'

/** Who WeChat Pay calls as; the chain is written by the platform, not by the caller. */
const CALLER = 'wx_paycallback'

/**
 * cloudPay's callback. Anything but `errcode: 0` makes WeChat Pay call again, for up to two days.
 */
export const main = async (event: unknown): Promise<{ errcode: number; errmsg: string }> => {
  const { ctx, source } = openInvocation('payment-callback', APP)
  if (!source.split(',').includes(CALLER)) return { errcode: 1, errmsg: 'FORBIDDEN' }
  try {
    const news = readCallback(event)
    if (!news) return { errcode: 1, errmsg: 'UNREADABLE' }
    const answer = await receiveCloudPayCallback(ctx, news)
    if (answer.ok) return { errcode: 0, errmsg: '' }
    ctx.log.error('callback-refused', { code: answer.error.code })
    return { errcode: 1, errmsg: answer.error.code }
  } catch (error) {
    ctx.log.error('callback-failed', { reason: describeError(error) })
    return { errcode: 1, errmsg: 'INTERNAL' }
  }
}
