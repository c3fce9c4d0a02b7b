import { notificationMessage } from '@core/data/notifications/outbox'
import { enqueue, type OutboxEntry } from '@core/data/outbox/outbox'
import { faqFigures } from '@core/data/service/faq'
import { replyMessage } from '@core/data/service/outbox'
import {
  changedTicket,
  type TicketDocument,
  ticketFigures,
  ticketsIn,
  toTicket,
  waitingTickets,
} from '@core/data/service/tickets'
import { notificationTime } from '@core/domain/notifications/notification'
import { addReply, type TicketRefusal } from '@core/domain/service/ticket'
import { addDays, DAY_MS } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import type { NotFound } from '../../contract/errors'
import type { Page } from '../../contract/primitives'
import type {
  ServiceReport,
  StaffTicketRow,
  StaffTicketView,
  TicketInput,
  TicketListInput,
  WriteTicketInput,
} from '../../contract/service'
import type { Context } from '../context'
import { closeTicketIf } from './open-ticket'
import { staffTicketRow, staffTicketView } from './views'

/** Days covered by the report. */
const REPORT_DAYS = 30

/** Tickets in a state; open ones overdue first. */
export async function listStaffTickets(
  ctx: Context,
  { state, cursor }: TicketListInput,
): Promise<Result<Page<StaffTicketRow>, never>> {
  const page = await ticketsIn(ctx.db, { state, cursor })
  const memberIds = [...new Set(page.items.map((ticket) => ticket.memberId))]
  const members = await ctx.db.getMany('members', memberIds)
  const byId = new Map(members.map((member) => [member._id, member]))
  const items = page.items.map((one) => staffTicketRow(ctx, one, byId.get(one.memberId) ?? null))
  return ok({ items, next: page.next })
}

/** Any ticket, for the staff. */
export async function showStaffTicket(
  ctx: Context,
  { ticketId }: TicketInput,
): Promise<Result<StaffTicketView, NotFound>> {
  const ticket = await ctx.db.get('tickets', ticketId)
  return ticket ? ok(await viewOf(ctx, ticket)) : fail({ code: 'NOT_FOUND' })
}

/**
 * Replies to a ticket through the channel the customer used: the WeChat conversation, or the shop,
 * with a notification if they subscribed.
 */
export async function replyTicket(
  ctx: Context,
  { ticketId, messageId, text, pictures }: WriteTicketInput,
): Promise<Result<StaffTicketView, NotFound | TicketRefusal>> {
  const message = { id: messageId, text, pictures, at: ctx.now }
  const now = await ctx.db.transact(async (transaction): Promise<Answered> => {
    const before = await transaction.get('tickets', ticketId)
    if (!before) return fail({ code: 'NOT_FOUND' })
    const ticket = toTicket(before)
    const after = addReply(ticket, message, ctx.program)
    if (!after.ok) return after
    if (after.value === ticket) return ok(before)
    const document = changedTicket(before, after.value)
    await transaction.put('tickets', document)
    await enqueue(transaction, answerMessage(document, { messageId, text, at: ctx.now }), ctx.now)
    return ok(document)
  })
  return now.ok ? ok(await viewOf(ctx, now.value)) : now
}

type Answered = Result<TicketDocument, NotFound | TicketRefusal>
type Reply = { messageId: string; text: string; at: number }

const answerMessage = (ticket: TicketDocument, { messageId, text, at }: Reply): OutboxEntry =>
  ticket.channel === 'wechat'
    ? replyMessage({ ticketId: ticket._id, messageId })
    : notificationMessage({
        template: 'ticketAnswered',
        memberId: ticket.memberId,
        cause: `${ticket._id}:${messageId}`,
        page: `pages/service/ticket/index?id=${ticket._id}`,
        fields: { subject: ticket.title, answer: text, at: notificationTime(at) },
      })

/** Closes a ticket for the staff. */
export async function closeTicket(
  ctx: Context,
  { ticketId }: TicketInput,
): Promise<Result<StaffTicketView, NotFound>> {
  const now = await closeTicketIf(ctx, ticketId, () => true)
  return now ? ok(await viewOf(ctx, now)) : fail({ code: 'NOT_FOUND' })
}

/** Service figures of the last 30 days, and the tickets waiting now. */
export async function reportTickets(ctx: Context): Promise<Result<ServiceReport, never>> {
  const since = ctx.now - REPORT_DAYS * DAY_MS
  const [figures, waiting, questions] = await Promise.all([
    ticketFigures(ctx.db, since, ctx.now),
    waitingTickets(ctx.db, ctx.now),
    faqFigures(ctx.db, addDays(ctx.today, 1 - REPORT_DAYS)),
  ])
  return ok({ ...figures, ...waiting, questions })
}

const viewOf = async (ctx: Context, ticket: TicketDocument): Promise<StaffTicketView> =>
  staffTicketView(ctx, ticket, await ctx.db.get('members', ticket.memberId))
