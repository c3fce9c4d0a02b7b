import { openidOf } from '@core/data/members/members'
import { returnGrant, takeGrant } from '@core/data/notifications/grants'
import { fail, ok } from '@core/kernel/result'
import type { Deliverer } from '@core/operations/outbox/deliverer'
import type { DeliveryFailure } from '@core/operations/outbox/delivery'

/**
 * Sends a member a notification they subscribed to. Each uses up one grant, which is returned when
 * the notification was not sent for a reason other than the member's.
 */
export const deliverNotification: Deliverer<'notice'> = async (ctx, message) => {
  const { template, memberId, page, fields, until } = message
  if (until !== undefined && ctx.now > until) return noRecipient('no longer useful')
  const openid = await openidOf(ctx.db, memberId)
  if (openid === null) return noRecipient('the member no longer exists')
  if (!(await takeGrant(ctx.db, memberId, template))) return noRecipient('NO_GRANT')
  const outcome = await ctx.wechat.sendMessage({ openid, template, page, fields })
  switch (outcome) {
    case 'SENT':
      return ok(null)
    case 'NO_GRANT':
      return noRecipient('NO_GRANT at WeChat')
    case 'NO_TEMPLATE':
      await returnGrant(ctx.db, memberId, template)
      return noRecipient('NO_TEMPLATE')
    case 'FAILED':
      await returnGrant(ctx.db, memberId, template)
      return fail({ code: 'LATER', reason: 'WeChat failed to send it' })
  }
}

const noRecipient = (reason: string) => fail<DeliveryFailure>({ code: 'NO_RECIPIENT', reason })
