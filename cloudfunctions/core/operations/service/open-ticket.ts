import type { TextRefused } from '@core/contract/moderation'
import {
  changedTicket,
  type TicketDocument,
  ticketDocument,
  toTicket,
} from '@core/data/service/tickets'
import { asked, closedTicket, openTicket, type TicketRefusal } from '@core/domain/service/ticket'
import { OPEN_TICKETS_MAX } from '@core/kernel/limits'
import { fail, ok, type Result } from '@core/kernel/result'
import { callerId, ensureCustomer } from '@core/operations/lifecycle/customer'
import { checkText } from '@core/operations/moderation/check-text'
import type { NotFound } from '../../contract/errors'
import type {
  OpenTicketError,
  OpenTicketInput,
  TicketInput,
  TicketView,
  WriteTicketInput,
} from '../../contract/service'
import type { Context } from '../context'
import { type AutoAnswer, autoAnswer, countAnswer, withAutoAnswer } from './auto-answer'
import { findAbout } from './ticket-about'
import { ticketView } from './views'

/**
 * The caller asks something or complains. The automatic answer, if there is one, is in the ticket
 * at once; a person answers later. The same id again is answered with the ticket it made.
 */
export async function openTicketOf(
  ctx: Context,
  input: OpenTicketInput,
): Promise<Result<TicketView, OpenTicketError>> {
  const checked = await checkText(ctx, input.text)
  if (!checked.ok) return checked
  const { _id: memberId } = await ensureCustomer(ctx)
  const [existing, waiting, about, answer] = await Promise.all([
    ctx.db.get('tickets', input.ticketId),
    ctx.db.count('tickets', { memberId, state: 'open' }),
    input.about === null ? null : findAbout(ctx, input.about, memberId),
    autoAnswer(ctx, input.text),
  ])
  if (existing) return already(ctx, existing, memberId)
  if (input.about !== null && about === null) {
    return fail({ code: 'ABOUT_UNKNOWN', field: 'about' })
  }
  if (waiting >= OPEN_TICKETS_MAX) {
    return fail({ code: 'TOO_MANY_WAITING', most: OPEN_TICKETS_MAX })
  }
  const document = newTicket(ctx, { input, memberId, about, answer })
  if (!(await ctx.db.addOnce('tickets', document))) {
    const other = await ctx.db.get('tickets', input.ticketId)
    if (!other) throw new Error('a ticket came and went')
    return already(ctx, other, memberId)
  }
  await countAnswer(ctx, answer)
  return ok(ticketView(ctx, document))
}

type Opening = {
  input: OpenTicketInput
  memberId: string
  about: Awaited<ReturnType<typeof findAbout>>
  answer: AutoAnswer | null
}

function newTicket(ctx: Context, { input, memberId, about, answer }: Opening): TicketDocument {
  const { ticketId: id, kind, messageId, text, pictures } = input
  const first = { id: messageId, text, pictures, at: ctx.now }
  const ticket = openTicket({ id, memberId, kind, channel: 'app', about }, first, ctx.program)
  return ticketDocument(withAutoAnswer(ticket, { answer, to: messageId, at: ctx.now }))
}

const already = (
  ctx: Context,
  ticket: TicketDocument,
  memberId: string,
): Result<TicketView, OpenTicketError> =>
  ticket.memberId === memberId ? ok(ticketView(ctx, ticket)) : fail({ code: 'TICKET_ID_TAKEN' })

/** The caller writes on in a ticket of their own; one that was answered or closed is open again. */
export async function writeTicket(
  ctx: Context,
  { ticketId, messageId, text, pictures }: WriteTicketInput,
): Promise<Result<TicketView, NotFound | TextRefused | TicketRefusal>> {
  const checked = await checkText(ctx, text)
  if (!checked.ok) return checked
  const [memberId, answer] = await Promise.all([callerId(ctx), autoAnswer(ctx, text)])
  const message = { id: messageId, text, pictures, at: ctx.now }
  const now = await ctx.db.transact(async (transaction): Promise<Written> => {
    const before = await transaction.get('tickets', ticketId)
    if (!before || before.memberId !== memberId) return fail({ code: 'NOT_FOUND' })
    const ticket = toTicket(before)
    const after = asked(ticket, message, ctx.program)
    if (!after.ok) return after
    if (after.value === ticket) return ok({ document: before, isNew: false })
    // Who is waiting already has been told when somebody will be there.
    const isTold = answer?.faqId === null && before.dueAt !== null
    const spoken = isTold
      ? after.value
      : withAutoAnswer(after.value, { answer, to: messageId, at: ctx.now })
    const document = changedTicket(before, spoken)
    await transaction.put('tickets', document)
    return ok({ document, isNew: true })
  })
  if (!now.ok) return now
  if (now.value.isNew) await countAnswer(ctx, answer)
  return ok(ticketView(ctx, now.value.document))
}

type Written = Result<{ document: TicketDocument; isNew: boolean }, NotFound | TicketRefusal>

/** The caller says that a ticket of their own is settled. */
export async function closeOwnTicket(
  ctx: Context,
  { ticketId }: TicketInput,
): Promise<Result<TicketView, NotFound>> {
  const memberId = await callerId(ctx)
  const now = await closeIn(ctx, ticketId, (ticket) => ticket.memberId === memberId)
  return now ? ok(ticketView(ctx, now)) : fail({ code: 'NOT_FOUND' })
}

/** Closes a ticket that may be closed; `null` when there is none. */
export const closeIn = (
  ctx: Context,
  ticketId: string,
  mayClose: (ticket: TicketDocument) => boolean,
): Promise<TicketDocument | null> =>
  ctx.db.transact(async (transaction) => {
    const before = await transaction.get('tickets', ticketId)
    if (!before || !mayClose(before)) return null
    const ticket = toTicket(before)
    const after = closedTicket(ticket, ctx.now)
    if (after === ticket) return before
    const document = changedTicket(before, after)
    await transaction.put('tickets', document)
    return document
  })
