import { openidOf } from '@core/data/members/members'
import { returnGrant, takeGrant } from '@core/data/notifications/grants'
import { fail, ok } from '@core/kernel/result'
import type { Deliverer } from '@core/operations/outbox/deliverer'
import type { DeliveryFailure } from '@core/operations/outbox/delivery'

/**
 * Tells a member something they asked to be told. One grant is used up per message; it comes back
 * when the message did not go out for a reason that is not the member's.
 */
export const deliverNotification: Deliverer<'notice'> = async (ctx, message) => {
  const { template, memberId, page, fields, until } = message
  if (until !== undefined && ctx.now > until) return nobody('too late to be of use')
  const openid = await openidOf(ctx.db, memberId)
  if (openid === null) return nobody('the member is not known any more')
  if (!(await takeGrant(ctx.db, memberId, template))) return nobody('NO_GRANT')
  const outcome = await ctx.wechat.sendMessage({ openid, template, page, fields })
  switch (outcome) {
    case 'SENT':
      return ok(null)
    case 'NO_GRANT':
      return nobody('NO_GRANT at WeChat')
    case 'NO_TEMPLATE':
      await returnGrant(ctx.db, memberId, template)
      return nobody('NO_TEMPLATE')
    case 'FAILED':
      await returnGrant(ctx.db, memberId, template)
      return fail({ code: 'LATER', reason: 'WeChat did not take it' })
  }
}

const nobody = (reason: string) => fail<DeliveryFailure>({ code: 'NOBODY', reason })
