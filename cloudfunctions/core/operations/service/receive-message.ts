import { changedTicket, ticketDocument, toTicket, wechatTicketOf } from '@core/data/service/tickets'
import { isOpenAt } from '@core/domain/service/opening-hours'
import { addQuestion, type NewMessage, openTicket } from '@core/domain/service/ticket'
import { fail, ok, type Result } from '@core/kernel/result'
import { ensureCustomer } from '@core/operations/lifecycle/ensure-customer'
import type { ServiceMessage } from '../../contract/service-push'
import type { Context } from '../context'
import { type AutoAnswer, autoAnswer, countAnswer, withAutoAnswer } from './auto-answer'

/** Characters of a WeChat message that are stored; WeChat's own limit is about as high. */
const TEXT_MAX = 2_000

/** What was done with a pushed message. `HANDED_OVER`: WeChat's own service answers it. */
export type Received = { outcome: 'STORED' | 'DUPLICATE' | 'HANDED_OVER' | 'EMPTY' }

/**
 * Handles a customer's message from the WeChat conversation with the shop. It opens a ticket or
 * continues the unfinished one; the automatic answer is sent immediately. Idempotent by message id.
 * The sender in the event must be the caller that WeChat reports, since anyone can call a function
 * with an event that looks like a push.
 */
export async function receiveMessage(
  ctx: Context,
  event: ServiceMessage,
): Promise<Result<Received, { code: 'NOT_THE_SENDER' }>> {
  if (ctx.openid === null || event.FromUserName !== ctx.openid) {
    return fail({ code: 'NOT_THE_SENDER' })
  }
  const text = textOf(event).slice(0, TEXT_MAX)
  if (text === '' || event.MsgId === undefined) return ok({ outcome: 'EMPTY' })
  await ctx.ready()
  if (ctx.program.serviceInWechat === 1 && isOpenAt(ctx.now, ctx.program)) {
    return ok({ outcome: 'HANDED_OVER' })
  }
  const { _id: memberId } = await ensureCustomer(ctx)
  const answer = await autoAnswer(ctx, text)
  const message = { id: `wx:${event.MsgId}`, text, pictures: [], at: ctx.now }
  const stored = await addMessage(ctx, { memberId, message, answer })
  if (stored === null) return ok({ outcome: 'DUPLICATE' })
  await countAnswer(ctx, answer)
  if (stored.isAnswered && answer) await send(ctx, ctx.openid, answer.text)
  return ok({ outcome: 'STORED' })
}

/** The text of a message: pictures stay in WeChat, a card is represented by its title. */
function textOf(event: ServiceMessage): string {
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

type Incoming = { memberId: string; message: NewMessage; answer: AutoAnswer | null }
/** `isAnswered`: the automatic answer was added to the ticket and must be sent. */
type Stored = { isAnswered: boolean } | null

/** Adds the message to the unfinished ticket, or opens one; `null` for a duplicate. */
async function addMessage(ctx: Context, incoming: Incoming): Promise<Stored> {
  const running = await wechatTicketOf(ctx.db, incoming.memberId)
  const result = running ? await continueTicket(ctx, running._id, incoming) : 'OVER'
  return result === 'OVER' ? startTicket(ctx, incoming) : result
}

async function continueTicket(
  ctx: Context,
  ticketId: string,
  incoming: Incoming,
): Promise<Stored | 'OVER'> {
  const { message, answer } = incoming
  return ctx.db.transact(async (transaction) => {
    const before = await transaction.get('tickets', ticketId)
    if (!before) return 'OVER'
    const ticket = toTicket(before)
    const after = addQuestion(ticket, message, ctx.program)
    if (!after.ok) return 'OVER'
    if (after.value === ticket) return null
    const isInformed = answer === null || (answer.faqId === null && before.dueAt !== null)
    const next = isInformed
      ? after.value
      : withAutoAnswer(after.value, { answer, to: message.id, at: ctx.now })
    await transaction.put('tickets', changedTicket(before, next))
    return { isAnswered: !isInformed }
  })
}

/** The ticket's id is that of its first message, so that concurrent pushes open one ticket. */
async function startTicket(ctx: Context, { memberId, message, answer }: Incoming): Promise<Stored> {
  const id = message.id
  const about = null
  const opening = { id, memberId, kind: 'contact' as const, channel: 'wechat' as const, about }
  const ticket = openTicket(opening, message, ctx.program)
  const next = withAutoAnswer(ticket, { answer, to: id, at: ctx.now })
  const isNew = await ctx.db.addOnce('tickets', ticketDocument(next))
  return isNew ? { isAnswered: answer !== null } : null
}

async function send(ctx: Context, openid: string, text: string): Promise<void> {
  const outcome = await ctx.wechat.sendCustomerServiceText(openid, text)
  if (outcome !== 'SENT') ctx.log.error('auto-answer-not-sent', { outcome })
}
