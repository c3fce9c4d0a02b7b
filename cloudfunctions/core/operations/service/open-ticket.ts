import type { TextRefused } from '@core/contract/moderation'
import {
  changedTicket,
  type TicketDocument,
  ticketDocument,
  toTicket,
} from '@core/data/service/tickets'
import {
  addQuestion,
  closeTicket,
  openTicket,
  type TicketRefusal,
} from '@core/domain/service/ticket'
import { OPEN_TICKETS_MAX } from '@core/kernel/limits'
import { fail, ok, type Result } from '@core/kernel/result'
import { ensureCustomer } from '@core/operations/lifecycle/ensure-customer'
import { callerId } from '@core/operations/members/find-caller'
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
 * Opens a ticket for a question or a complaint of the caller, with the automatic answer if there is
 * one; the staff answer later. A repeated id returns the existing ticket.
 */
export async function openTicketOf(
  ctx: Context,
  input: OpenTicketInput,
): Promise<Result<TicketView, OpenTicketError>> {
  const { _id: memberId } = await ensureCustomer(ctx)
  const [existing, waiting, about, answer] = await Promise.all([
    ctx.db.get('tickets', input.ticketId),
    ctx.db.count('tickets', { memberId, state: 'open' }),
    input.about === null ? null : findAbout(ctx, input.about, memberId),
    autoAnswer(ctx, input.text),
  ])
  if (existing) return existingTicket(ctx, existing, memberId)
  if (input.about !== null && about === null) {
    return fail({ code: 'ABOUT_UNKNOWN', field: 'about' })
  }
  if (waiting >= OPEN_TICKETS_MAX) {
    return fail({ code: 'TOO_MANY_WAITING', most: OPEN_TICKETS_MAX })
  }
  const checked = await checkText(ctx, input.text)
  if (!checked.ok) return checked
  const document = newTicket(ctx, { input, memberId, about, answer })
  if (!(await ctx.db.addOnce('tickets', document))) {
    const other = await ctx.db.get('tickets', input.ticketId)
    if (!other)
      throw new Error(`ticket ${input.ticketId} was removed while it was opened; retry the call`)
    return existingTicket(ctx, other, memberId)
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

const existingTicket = (
  ctx: Context,
  ticket: TicketDocument,
  memberId: string,
): Result<TicketView, OpenTicketError> =>
  ticket.memberId === memberId ? ok(ticketView(ctx, ticket)) : fail({ code: 'TICKET_ID_TAKEN' })

/** Adds a message to a ticket of the caller; an answered or closed ticket is reopened. */
export async function writeTicket(
  ctx: Context,
  { ticketId, messageId, text, pictures }: WriteTicketInput,
): Promise<Result<TicketView, NotFound | TextRefused | TicketRefusal>> {
  const [memberId, answer] = await Promise.all([callerId(ctx), autoAnswer(ctx, text)])
  const checked = await checkText(ctx, text)
  if (!checked.ok) return checked
  const message = { id: messageId, text, pictures, at: ctx.now }
  const now = await ctx.db.transact(async (transaction): Promise<Written> => {
    const before = await transaction.get('tickets', ticketId)
    if (!before || before.memberId !== memberId) return fail({ code: 'NOT_FOUND' })
    const ticket = toTicket(before)
    const after = addQuestion(ticket, message, ctx.program)
    if (!after.ok) return after
    if (after.value === ticket) return ok({ document: before, isNew: false })
    // A customer who is waiting already knows when the staff will be back.
    const isInformed = answer?.faqId === null && before.dueAt !== null
    const next = isInformed
      ? after.value
      : withAutoAnswer(after.value, { answer, to: messageId, at: ctx.now })
    const document = changedTicket(before, next)
    await transaction.put('tickets', document)
    return ok({ document, isNew: true })
  })
  if (!now.ok) return now
  if (now.value.isNew) await countAnswer(ctx, answer)
  return ok(ticketView(ctx, now.value.document))
}

type Written = Result<{ document: TicketDocument; isNew: boolean }, NotFound | TicketRefusal>

/** Closes a ticket of the caller. */
export async function closeOwnTicket(
  ctx: Context,
  { ticketId }: TicketInput,
): Promise<Result<TicketView, NotFound>> {
  const memberId = await callerId(ctx)
  const now = await closeTicketIf(ctx, ticketId, (ticket) => ticket.memberId === memberId)
  return now ? ok(ticketView(ctx, now)) : fail({ code: 'NOT_FOUND' })
}

/** Closes a ticket if `mayClose` allows it; `null` when it does not, or there is none. */
export const closeTicketIf = (
  ctx: Context,
  ticketId: string,
  mayClose: (ticket: TicketDocument) => boolean,
): Promise<TicketDocument | null> =>
  ctx.db.transact(async (transaction) => {
    const before = await transaction.get('tickets', ticketId)
    if (!before || !mayClose(before)) return null
    const ticket = toTicket(before)
    const after = closeTicket(ticket, ctx.now)
    if (after === ticket) return before
    const document = changedTicket(before, after)
    await transaction.put('tickets', document)
    return document
  })
