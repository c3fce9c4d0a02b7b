import { changedTicket, ticketDocument, toTicket, wechatTicketOf } from '@core/data/service/tickets'
import { isOpenAt } from '@core/domain/service/opening-hours'
import { asked, openTicket, type Written } from '@core/domain/service/ticket'
import { fail, ok, type Result } from '@core/kernel/result'
import { ensureCustomer } from '@core/operations/lifecycle/customer'
import type { ServiceMessage } from '../../contract/service-push'
import type { Context } from '../context'
import { type AutoAnswer, autoAnswer, countAnswer, withAutoAnswer } from './auto-answer'

/** Characters of a message from WeChat that are kept: its own bound is about as high. */
const TEXT_MAX = 2_000

/** What was done with a pushed message. `HANDED_OVER`: WeChat's own service shall answer it. */
export type Received = { outcome: 'KEPT' | 'KNOWN' | 'HANDED_OVER' | 'NOTHING_SAID' }

/**
 * A customer wrote in WeChat's conversation with the shop. It becomes a ticket, or goes on in the
 * one that is under way; the automatic answer goes back at once. The same message pushed again
 * changes nothing. Whom WeChat names as the caller is who wrote; the event's own word is checked
 * against it, since anybody can call a function with an event that looks like a push.
 */
export async function receiveMessage(
  ctx: Context,
  event: ServiceMessage,
): Promise<Result<Received, { code: 'NOT_THE_SENDER' }>> {
  if (ctx.openid === null || event.FromUserName !== ctx.openid) {
    return fail({ code: 'NOT_THE_SENDER' })
  }
  const text = wordsOf(event).slice(0, TEXT_MAX)
  if (text === '' || event.MsgId === undefined) return ok({ outcome: 'NOTHING_SAID' })
  if (ctx.program.serviceInWechat === 1 && isOpenAt(ctx.now, ctx.program)) {
    return ok({ outcome: 'HANDED_OVER' })
  }
  const { _id: memberId } = await ensureCustomer(ctx)
  const answer = await autoAnswer(ctx, text)
  const message = { id: `wx:${event.MsgId}`, text, pictures: [], at: ctx.now }
  const said = await keep(ctx, { memberId, message, answer })
  if (said === null) return ok({ outcome: 'KNOWN' })
  await countAnswer(ctx, answer)
  if (said.isAnswered && answer) await send(ctx, ctx.openid, answer.text)
  return ok({ outcome: 'KEPT' })
}

/** What a message says in words: a picture stays in WeChat, a card names what it shows. */
function wordsOf(event: ServiceMessage): string {
  switch (event.MsgType) {
    case 'text':
      return (event.Content ?? '').trim()
    case 'image':
      return '[图片，请在微信里看]'
    case 'miniprogrampage':
      return `[卡片] ${event.Title ?? ''}`.trim()
    default:
      return ''
  }
}

type Saying = { memberId: string; message: Written; answer: AutoAnswer | null }
/** `isAnswered`: the automatic answer is new in the ticket and must be sent. */
type Said = { isAnswered: boolean } | null

/** Writes the message into the conversation under way, or opens one; `null` when it is known. */
async function keep(ctx: Context, saying: Saying): Promise<Said> {
  const running = await wechatTicketOf(ctx.db, saying.memberId)
  const went = running ? await goOn(ctx, running._id, saying) : 'OVER'
  return went === 'OVER' ? begin(ctx, saying) : went
}

async function goOn(ctx: Context, ticketId: string, saying: Saying): Promise<Said | 'OVER'> {
  const { message, answer } = saying
  return ctx.db.transact(async (transaction) => {
    const before = await transaction.get('tickets', ticketId)
    if (!before) return 'OVER'
    const ticket = toTicket(before)
    const after = asked(ticket, message, ctx.program)
    if (!after.ok) return 'OVER'
    if (after.value === ticket) return null
    const isTold = answer === null || (answer.faqId === null && before.dueAt !== null)
    const spoken = isTold
      ? after.value
      : withAutoAnswer(after.value, { answer, to: message.id, at: ctx.now })
    await transaction.put('tickets', changedTicket(before, spoken))
    return { isAnswered: !isTold }
  })
}

/** The first message names the ticket, so that of two pushes at once one opens it. */
async function begin(ctx: Context, { memberId, message, answer }: Saying): Promise<Said> {
  const id = message.id
  const about = null
  const opening = { id, memberId, kind: 'contact' as const, channel: 'wechat' as const, about }
  const ticket = openTicket(opening, message, ctx.program)
  const spoken = withAutoAnswer(ticket, { answer, to: id, at: ctx.now })
  const isNew = await ctx.db.addOnce('tickets', ticketDocument(spoken))
  return isNew ? { isAnswered: answer !== null } : null
}

async function send(ctx: Context, openid: string, text: string): Promise<void> {
  const outcome = await ctx.wechat.sendCustomerServiceText(openid, text)
  if (outcome !== 'SENT') ctx.log.error('auto-answer-not-sent', { outcome })
}
