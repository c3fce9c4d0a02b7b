import type { MemberDocument } from '@core/data/members/documents'
import { type TicketDocument, type TicketLine, toTicket } from '@core/data/service/tickets'
import { canAsk, isOverdue } from '@core/domain/service/ticket'
import { displayName } from '@core/operations/members/views'
import type { StaffTicketRow, StaffTicketView, TicketRow, TicketView } from '../../contract/service'
import type { Context } from '../context'

/** A ticket in its owner's list. */
export const ticketRow = (line: TicketLine): TicketRow => ({
  id: line._id,
  kind: line.kind,
  channel: line.channel,
  state: line.state,
  title: line.title,
  excerpt: line.excerpt,
  openedAt: line.openedAt,
  updatedAt: line.updatedAt,
  dueAt: line.dueAt,
  isUnread: line.isUnread ?? false,
})

/** A ticket as its owner sees it. */
export const ticketView = (ctx: Context, document: TicketDocument): TicketView => ({
  ...ticketRow(document),
  about: document.about,
  messages: document.messages,
  canWrite: canAsk(toTicket(document), ctx.now, ctx.program),
})

/** A ticket in the staff's list. */
export const staffTicketRow = (
  ctx: Context,
  line: TicketLine,
  member: MemberDocument | null,
): StaffTicketRow => ({
  ...ticketRow(line),
  memberId: line.memberId,
  memberName: member ? displayName(member) : '',
  isLate: line.isLate || isOverdue(line, ctx.now),
})

/** A ticket as the staff see it. */
export const staffTicketView = (
  ctx: Context,
  document: TicketDocument,
  member: MemberDocument | null,
): StaffTicketView => ({
  ...staffTicketRow(ctx, document, member),
  about: document.about,
  messages: document.messages,
  firstResponseMs: document.firstResponseMs,
})
