import { command, type Database } from '@core/data/database'
import { fromStored, type Stored, toStored } from '@core/data/documents'
import { type DocumentPage, findPage } from '@core/data/pages'
import { type Ticket, type TicketState, ticketTitle } from '@core/domain/service/ticket'
import type { Instant } from '@core/kernel/calendar'

/** A ticket as stored, with the texts that lists show. */
export type TicketDocument = Stored<Ticket> & {
  title: string
  /** The beginning of the last message that is not automatic. */
  excerpt: string
}

/** A ticket in a list, without its messages. */
export type TicketLine = Omit<TicketDocument, 'messages'>

const EXCERPT_MAX = 40

const LINE_FIELDS = [
  ...['_id', 'memberId', 'version', 'kind', 'channel', 'about', 'state', 'title', 'excerpt'],
  ...['openedAt', 'updatedAt', 'dueAt', 'firstResponseMs', 'isLate', 'closedAt'],
  'isUnread',
]

export function toTicket(document: TicketDocument): Ticket {
  const { title: _title, excerpt: _excerpt, ...rest } = document
  return fromStored<Ticket>(rest)
}

export function ticketDocument(ticket: Ticket): TicketDocument {
  const written = ticket.messages.filter(({ from }) => from !== 'auto')
  const last = written.at(-1)?.text ?? ''
  const excerpt = [...last.replace(/\s+/g, ' ')].slice(0, EXCERPT_MAX).join('')
  return { ...toStored(ticket), title: ticketTitle(ticket), excerpt }
}

/** A changed ticket's document: the next version. */
export const changedTicket = (before: TicketDocument, ticket: Ticket): TicketDocument =>
  ticketDocument({ ...ticket, version: before.version + 1 })

/** A page of one customer's tickets, last updated first. */
export const ticketsOf = (
  db: Database,
  { memberId, cursor }: { memberId: string; cursor: string | undefined },
): Promise<DocumentPage<TicketLine>> =>
  findPage(db, 'tickets', {
    where: { memberId },
    sortBy: ['updatedAt', 'desc'],
    cursor,
    fields: LINE_FIELDS,
  })

/**
 * A page of all tickets in a state: open ones by due time, overdue first; the others last updated
 * first.
 */
export const ticketsIn = (
  db: Database,
  { state, cursor }: { state: TicketState; cursor: string | undefined },
): Promise<DocumentPage<TicketLine>> =>
  findPage(db, 'tickets', {
    where: { state },
    sortBy: state === 'open' ? ['dueAt', 'asc'] : ['updatedAt', 'desc'],
    cursor,
    fields: LINE_FIELDS,
  })

/** A customer's unfinished WeChat conversation; `null` when there is none. */
export async function wechatTicketOf(
  db: Database,
  memberId: string,
): Promise<TicketDocument | null> {
  const [latest] = await db.find('tickets', {
    where: { memberId, channel: 'wechat', state: command.in(['open', 'answered']) },
    orderBy: [['updatedAt', 'desc']],
    limit: 1,
  })
  return latest ?? null
}

/** How the shop answered the tickets opened since a moment. */
export type TicketFigures = {
  opened: number
  answered: number
  late: number
  /** Mean opening time until the first answer, in milliseconds; `null` without answers. */
  meanResponseMs: number | null
}

/** Counts the tickets opened since a moment; one that is overdue now counts as late. */
export async function ticketFigures(
  db: Database,
  since: Instant,
  now: Instant,
): Promise<TicketFigures> {
  const opened = { openedAt: command.gte(since) }
  const [all, late, overdue, means] = await Promise.all([
    db.count('tickets', opened),
    db.count('tickets', { ...opened, isLate: true }),
    db.count('tickets', {
      ...opened,
      state: 'open',
      isLate: false,
      dueAt: command.lte(now),
    }),
    db.aggregate<{ _id: null; mean: number; answered: number }>(
      'tickets',
      [
        ['match', { ...opened, firstResponseMs: command.gte(0) }],
        [
          'group',
          {
            _id: null,
            mean: command.aggregate.avg('$firstResponseMs'),
            answered: command.aggregate.sum(1),
          },
        ],
      ],
      { limit: 1, rowBytes: 100 },
    ),
  ])
  const [mean] = means
  return {
    opened: all,
    answered: mean?.answered ?? 0,
    late: late + overdue,
    meanResponseMs: mean ? Math.round(mean.mean) : null,
  }
}

/** Counts a customer's tickets that the staff have answered and the customer has not opened. */
export const countUnread = (db: Database, memberId: string): Promise<number> =>
  db.count('tickets', { memberId, isUnread: true })

/** Marks a customer's ticket as read, unless it was changed after `upTo`; may be repeated. */
export const markTicketRead = (
  db: Database,
  { ticketId, memberId, upTo }: { ticketId: string; memberId: string; upTo: Instant },
): Promise<number> =>
  db.update(
    'tickets',
    { _id: ticketId, memberId, isUnread: true, updatedAt: command.lte(upTo) },
    { isUnread: false },
  )

/** Counts the tickets that wait for the staff now, and how many of them are overdue. */
export async function waitingTickets(
  db: Database,
  now: Instant,
): Promise<{ waiting: number; overdue: number }> {
  const [waiting, overdue] = await Promise.all([
    db.count('tickets', { state: 'open' }),
    db.count('tickets', { state: 'open', dueAt: command.lte(now) }),
  ])
  return { waiting, overdue }
}
