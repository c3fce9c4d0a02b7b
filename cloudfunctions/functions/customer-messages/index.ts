import type { HandOver, ServiceMessage } from '@core/contract/service-push'
import { describeError } from '@core/data/failures'
import { CHAT } from '@core/operations/allowances'
import { APP } from '@core/operations/app'
import { receiveMessage } from '@core/operations/service/receive-message'
import { Refused } from '@core/runtime/admission'
import { endInvocation, openInvocation } from '@core/runtime/context'
import { readPush } from '@core/runtime/push'

/** WeChat's acknowledgement; any other answer makes it push the message again. */
const RECEIVED = 'success'

/**
 * Messages of customers in the WeChat conversation with the shop. Configured in the console: 云开发 →
 * 设置 → 消息推送, for the types text, image and miniprogrampage.
 */
export const main = async (event: unknown): Promise<typeof RECEIVED | HandOver> => {
  const invocation = openInvocation('customer-messages', APP)
  const { ctx, admission } = invocation
  const message = readPush(event)
  if (!message.ok) {
    ctx.log.error('push-unreadable', message.error)
    return RECEIVED
  }
  admission.admit(CHAT)
  try {
    const answer = await receiveMessage(ctx, message.value)
    if (!answer.ok) ctx.log.error('push-refused', { code: answer.error.code })
    await admission.finish(answer)
    const outcome = answer.ok ? 'ok' : answer.error.code
    await endInvocation(invocation, { operation: 'message', outcome })
    const isHandedOver = answer.ok && answer.value.outcome === 'HANDED_OVER'
    return isHandedOver ? handOver(message.value) : RECEIVED
  } catch (error) {
    if (error instanceof Refused) {
      // WeChat keeps the conversation, so the message is not lost; the shop stores no more of them.
      ctx.log.error('push-refused', { code: error.refusal.code })
      return RECEIVED
    }
    ctx.log.error('push-failed', { reason: describeError(error) })
    throw error
  }
}

const handOver = ({ FromUserName, ToUserName, CreateTime }: ServiceMessage): HandOver => ({
  ToUserName: FromUserName,
  FromUserName: ToUserName,
  CreateTime,
  MsgType: 'transfer_customer_service',
})
