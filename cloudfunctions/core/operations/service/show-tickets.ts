import { faqEntries } from '@core/data/service/faq'
import { markTicketRead, ticketsOf } from '@core/data/service/tickets'
import { searchFaq } from '@core/domain/service/faq'
import { isOpenAt } from '@core/domain/service/opening-hours'
import { PAGE_SIZE } from '@core/kernel/limits'
import { fail, ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/members/find-caller'
import type { NotFound } from '../../contract/errors'
import type { Page } from '../../contract/primitives'
import type {
  HelpInput,
  HelpView,
  ReadTicketInput,
  TicketInput,
  TicketPageInput,
  TicketRow,
  TicketView,
} from '../../contract/service'
import type { Context } from '../context'
import { ticketRow, ticketView } from './views'

/** The opening hours and frequent questions; with a word, only questions that match it. */
export async function showHelp(
  ctx: Context,
  { word = '' }: HelpInput,
): Promise<Result<HelpView, never>> {
  const found = searchFaq(word, await faqEntries(ctx.db)).slice(0, PAGE_SIZE)
  return ok({
    isOpen: isOpenAt(ctx.now, ctx.program),
    fromHour: ctx.program.serviceFromHour,
    toHour: ctx.program.serviceToHour,
    questions: found.map(({ id, question, answer }) => ({ id, question, answer })),
  })
}

/** The caller's tickets, last updated first. */
export async function listTickets(
  ctx: Context,
  { cursor }: TicketPageInput,
): Promise<Result<Page<TicketRow>, never>> {
  const memberId = await callerId(ctx)
  if (memberId === null) return ok({ items: [], next: null })
  const page = await ticketsOf(ctx.db, { memberId, cursor })
  return ok({ items: page.items.map(ticketRow), next: page.next })
}

/** A ticket of the caller; another customer's is `NOT_FOUND`. */
export async function showTicket(
  ctx: Context,
  { ticketId }: TicketInput,
): Promise<Result<TicketView, NotFound>> {
  const [memberId, ticket] = await Promise.all([callerId(ctx), ctx.db.get('tickets', ticketId)])
  const isOwn = ticket !== null && ticket.memberId === memberId
  return isOwn ? ok(ticketView(ctx, ticket)) : fail({ code: 'NOT_FOUND' })
}

/**
 * The caller has read a ticket as it was at `upTo`; an answer that came later stays unread. Another
 * customer's ticket, or one that is read already, changes nothing.
 */
export async function readTicket(
  ctx: Context,
  { ticketId, upTo }: ReadTicketInput,
): Promise<Result<{ ticketId: string }, never>> {
  const memberId = await callerId(ctx)
  if (memberId !== null) await markTicketRead(ctx.db, { ticketId, memberId, upTo })
  return ok({ ticketId })
}
