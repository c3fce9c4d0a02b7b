import { DAY_MS, HOUR_MS, type Instant } from '@core/kernel/calendar'
import { TICKET_MESSAGES_MAX } from '@core/kernel/limits'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Program } from '@core/kernel/settings'
import { addOpenTime, openTimeBetween } from './opening-hours'

/** What a ticket is: a question, or a complaint that must be made good. */
export const TICKET_KINDS = ['contact', 'complaint'] as const
export type TicketKind = (typeof TICKET_KINDS)[number]

/** Where it was written: in the shop, or in WeChat's own conversation with it. */
export const TICKET_CHANNELS = ['app', 'wechat'] as const
export type TicketChannel = (typeof TICKET_CHANNELS)[number]

/**
 * The states of a ticket and what leads from one to the next. `ask`: the customer writes; `reply`:
 * the staff write; `close`: either says that it is done. The table is the whole truth.
 */
export const TICKET_TRANSITIONS = {
  open: { ask: 'open', reply: 'answered', close: 'closed' },
  answered: { ask: 'open', reply: 'answered', close: 'closed' },
  closed: { ask: 'open' },
} as const satisfies Record<string, Record<string, string>>

export type TicketState = keyof typeof TICKET_TRANSITIONS
export type TicketEvent = 'ask' | 'reply' | 'close'

/** All states, in the order a ticket passes them. */
export const TICKET_STATES = Object.keys(TICKET_TRANSITIONS) as [TicketState, ...TicketState[]]

/** The state an event leads to, or `null` when the table forbids it. */
export function nextTicketState(state: TicketState, event: TicketEvent): TicketState | null {
  const exits: Partial<Record<TicketEvent, TicketState>> = TICKET_TRANSITIONS[state]
  return exits[event] ?? null
}

/** What a ticket is about. The title is as it was when it was opened. */
export const TICKET_SUBJECTS = ['product', 'order', 'afterSale'] as const
export type TicketSubject = (typeof TICKET_SUBJECTS)[number]
export type TicketAbout = { kind: TicketSubject; id: string; title: string }

/** One message of a ticket. `auto`: the shop's automatic answer. Its id makes it one. */
export type TicketMessage = {
  id: string
  from: 'customer' | 'staff' | 'auto'
  text: string
  pictures: string[]
  at: Instant
}

/** The content of a new message, from the customer or the staff. */
export type NewMessage = Pick<TicketMessage, 'id' | 'text' | 'pictures'> & { at: Instant }

/** A conversation of a customer with the shop, and the clock that runs with it. */
export type Ticket = {
  id: string
  memberId: string
  version: number
  kind: TicketKind
  channel: TicketChannel
  about: TicketAbout | null
  state: TicketState
  messages: TicketMessage[]
  openedAt: Instant
  updatedAt: Instant
  /** By when the staff must answer; `null` while the customer is not waiting for them. */
  dueAt: Instant | null
  /** Opening time until the staff first answered, in milliseconds; `null` before. */
  firstResponseMs: number | null
  /** An answer came after it was due, or the ticket was closed without one when it was. */
  isLate: boolean
  /**
   * The staff have answered in the shop and the customer has not opened it since. Tickets of
   * earlier releases do not say it, and a conversation in WeChat is read there.
   */
  isUnread?: boolean
  closedAt: Instant | null
}

type Opening = Pick<Ticket, 'id' | 'memberId' | 'kind' | 'channel' | 'about'>

/** Why something was not written into a ticket. */
export type TicketRefusal = { code: 'TICKET_CLOSED' } | { code: 'TICKET_FULL' }

/** By when a question asked now must be answered. */
export const answerDueAt = (at: Instant, program: Program): Instant =>
  addOpenTime(at, program.ticketHours * HOUR_MS, program)

/** A new ticket with its first message. */
export function openTicket(opening: Opening, first: NewMessage, program: Program): Ticket {
  return {
    ...opening,
    version: 1,
    state: 'open',
    messages: [{ ...first, from: 'customer' }],
    openedAt: first.at,
    updatedAt: first.at,
    dueAt: answerDueAt(first.at, program),
    firstResponseMs: null,
    isLate: false,
    closedAt: null,
  }
}

/** Whether the customer may still write into a ticket: a closed one reopens for some days. */
export const canAsk = (ticket: Ticket, now: Instant, program: Program): boolean =>
  ticket.closedAt === null || now < ticket.closedAt + program.ticketReopenDays * DAY_MS

/** Whether the staff are late with an answer at this moment. */
export const isOverdue = ({ dueAt }: Pick<Ticket, 'dueAt'>, now: Instant): boolean =>
  dueAt !== null && dueAt <= now

/**
 * The ticket after the customer wrote again. The clock runs from the first question that is not
 * answered yet; a second one does not put it off.
 */
export function addQuestion(
  ticket: Ticket,
  message: NewMessage,
  program: Program,
): Result<Ticket, TicketRefusal> {
  if (hasMessage(ticket, message.id)) return ok(ticket)
  if (!canAsk(ticket, message.at, program)) return fail({ code: 'TICKET_CLOSED' })
  if (isFull(ticket)) return fail({ code: 'TICKET_FULL' })
  return ok({
    ...transitionTicket(ticket, 'ask'),
    messages: [...ticket.messages, { ...message, from: 'customer' }],
    updatedAt: message.at,
    dueAt: ticket.dueAt ?? answerDueAt(message.at, program),
    isUnread: false,
    closedAt: null,
  })
}

/** The ticket after the staff answered. */
export function addReply(
  ticket: Ticket,
  message: NewMessage,
  program: Program,
): Result<Ticket, TicketRefusal> {
  if (hasMessage(ticket, message.id)) return ok(ticket)
  if (nextTicketState(ticket.state, 'reply') === null) return fail({ code: 'TICKET_CLOSED' })
  if (ticket.messages.length >= TICKET_MESSAGES_MAX) return fail({ code: 'TICKET_FULL' })
  return ok({
    ...transitionTicket(ticket, 'reply'),
    messages: [...ticket.messages, { ...message, from: 'staff' }],
    updatedAt: message.at,
    firstResponseMs:
      ticket.firstResponseMs ?? openTimeBetween(ticket.openedAt, message.at, program),
    isLate: ticket.isLate || isOverdue(ticket, message.at),
    isUnread: ticket.channel === 'app',
    dueAt: null,
  })
}

/** The ticket with an automatic answer. It stops no clock: the staff must still answer. */
export const addAutoAnswer = (
  ticket: Ticket,
  { id, text, at }: Omit<NewMessage, 'pictures'>,
): Ticket =>
  hasMessage(ticket, id) || isFull(ticket)
    ? ticket
    : { ...ticket, messages: [...ticket.messages, { id, from: 'auto', text, pictures: [], at }] }

/** The ticket that is done with; closing it again changes nothing. */
export const closeTicket = (ticket: Ticket, at: Instant): Ticket =>
  nextTicketState(ticket.state, 'close') === null
    ? ticket
    : {
        ...transitionTicket(ticket, 'close'),
        updatedAt: at,
        closedAt: at,
        isLate: ticket.isLate || isOverdue(ticket, at),
        dueAt: null,
      }

const hasMessage = ({ messages }: Ticket, id: string): boolean =>
  messages.some((message) => message.id === id)

/** The last places are the staff's, so that a full conversation can still be answered. */
const STAFF_MESSAGES_RESERVED = 5

const isFull = ({ messages }: Ticket): boolean =>
  messages.length >= TICKET_MESSAGES_MAX - STAFF_MESSAGES_RESERVED

function transitionTicket(ticket: Ticket, event: TicketEvent): Ticket {
  const state = nextTicketState(ticket.state, event)
  if (state === null) throw new Error(`ticket ${ticket.id}: ${event} is forbidden`)
  return { ...ticket, state }
}

/** What the list calls a ticket: what it is about, or the beginning of what was asked. */
export function ticketTitle({ about, messages }: Pick<Ticket, 'about' | 'messages'>): string {
  const [first] = messages
  return about?.title ?? [...(first?.text ?? '')].slice(0, TITLE_MAX).join('')
}

/** Characters of a ticket's title that fit a row. */
const TITLE_MAX = 24
