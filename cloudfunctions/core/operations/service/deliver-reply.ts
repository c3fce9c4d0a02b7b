import { openidOf } from '@core/data/members/members'
import { fail, ok } from '@core/kernel/result'
import type { Deliverer } from '@core/operations/outbox/deliverer'

/**
 * Sends an answer of the staff into the customer's WeChat conversation. The text is read from the
 * ticket, so that personal data is stored in one place.
 */
export const deliverReply: Deliverer<'serviceText'> = async (ctx, { ticketId, messageId }) => {
  const ticket = await ctx.db.get('tickets', ticketId)
  const message = ticket?.messages.find((one) => one.id === messageId)
  if (!ticket || !message) return fail({ code: 'NEVER', reason: 'the answer is missing' })
  const openid = await openidOf(ctx.db, ticket.memberId)
  if (openid === null)
    return fail({ code: 'NO_RECIPIENT', reason: 'the customer no longer exists' })
  const outcome = await ctx.wechat.sendCustomerServiceText(openid, message.text)
  switch (outcome) {
    case 'SENT':
      return ok(null)
    case 'TOO_LATE':
      return fail({ code: 'NEVER', reason: 'the customer has been silent for 48 hours' })
    case 'TOO_MANY':
      return fail({ code: 'NEVER', reason: 'five answers to one message were sent already' })
    case 'FAILED':
      return fail({ code: 'LATER', reason: 'WeChat failed to send it' })
  }
}
