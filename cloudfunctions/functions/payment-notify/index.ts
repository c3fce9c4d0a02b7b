import { describeError } from '@core/data/failures'
import { APP } from '@core/operations/app'
import { deliverPosted } from '@core/operations/outbox/deliver-outbox'
import { receivePaymentCallback } from '@core/operations/payments/receive-payment-callback'
import { openInvocation } from '@core/runtime/context'
import { type HttpAnswer, httpJson, readHttpEvent } from '@core/runtime/http'

/** WeChat Pay's callbacks over HTTP access. Any status but 200 makes WeChat Pay send it again. */
export const main = async (event: unknown): Promise<HttpAnswer> => {
  const { ctx } = openInvocation('payment-notify', APP)
  try {
    const answer = await receivePaymentCallback(ctx, readHttpEvent(event))
    await deliverPosted(ctx)
    if (answer.ok) return httpJson(200, { code: 'SUCCESS' })
    ctx.log.error('callback-refused', { code: answer.error.code })
    return httpJson(400, { code: 'FAIL', message: answer.error.code })
  } catch (error) {
    ctx.log.error('callback-failed', { reason: describeError(error) })
    return httpJson(500, { code: 'FAIL', message: 'INTERNAL' })
  }
}
