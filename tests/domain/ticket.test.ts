import {
  addAutoAnswer,
  addQuestion,
  addReply,
  closeTicket,
  isOverdue,
  nextTicketState,
  openTicket,
  TICKET_STATES,
  TICKET_TRANSITIONS,
  type Ticket,
  ticketTitle,
} from '@core/domain/service/ticket'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@core/kernel/calendar'
import { TICKET_MESSAGES_MAX } from '@core/kernel/limits'
import { defaultProgram } from '../builders/program'

const TEN = Date.parse('2026-03-04T10:00:00+08:00')
const program = defaultProgram

const written = (id: string, at = TEN, text = '茶什么时候到') => ({ id, text, pictures: [], at })

const opened = (at = TEN): Ticket =>
  openTicket(
    { id: 't1', memberId: 'm1', kind: 'contact', channel: 'app', about: null },
    written('a', at),
    program,
  )

function must(answer: ReturnType<typeof addQuestion>): Ticket {
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}
const reply = (ticket: Ticket, at: number, id = 'r') =>
  must(addReply(ticket, written(id, at), program))
const ask = (ticket: Ticket, at: number, id = 'q') =>
  must(addQuestion(ticket, written(id, at), program))

describe('the table of states', () => {
  it('every state can be reached from the first', () => {
    const reached = new Set<string>(['open'])
    for (let more = true; more; ) {
      const next = [...reached].flatMap((one) =>
        Object.values(TICKET_TRANSITIONS[one as keyof typeof TICKET_TRANSITIONS]),
      )
      more = next.some((one) => !reached.has(one))
      next.forEach((one) => reached.add(one))
    }
    expect([...reached].sort()).toEqual([...TICKET_STATES].sort())
  })

  it('a closed ticket is neither answered nor closed again', () => {
    expect(nextTicketState('closed', 'reply')).toBeNull()
    expect(nextTicketState('closed', 'close')).toBeNull()
  })
})

describe('S2-18 the clock of a ticket', () => {
  it('is due 24 hours of opening time later: two days of twelve', () => {
    expect(opened().dueAt).toBe(TEN + 2 * DAY_MS)
  })

  it('is overdue at the moment it is due, not a minute before', () => {
    const ticket = opened()
    expect(isOverdue(ticket, ticket.dueAt! - MINUTE_MS)).toBe(false)
    expect(isOverdue(ticket, ticket.dueAt!)).toBe(true)
  })

  it.each([
    ['a minute before it is due', -MINUTE_MS, false],
    ['when it is due', 0, true],
  ])('an answer %s makes it late: %s', (_words, offset, isLate) => {
    const ticket = opened()
    expect(reply(ticket, ticket.dueAt! + offset)).toMatchObject({ isLate, dueAt: null })
  })

  it('the first answer is measured in opening time, once', () => {
    const evening = Date.parse('2026-03-04T20:00:00+08:00')
    const morning = Date.parse('2026-03-05T09:30:00+08:00')
    const once = reply(opened(evening), morning)
    expect(once.firstResponseMs).toBe(90 * MINUTE_MS)
    expect(reply(ask(once, morning + HOUR_MS), morning + 5 * HOUR_MS, 'r2').firstResponseMs).toBe(
      90 * MINUTE_MS,
    )
  })

  it('a second question does not put off the first; one after an answer starts anew', () => {
    const ticket = opened()
    expect(ask(ticket, TEN + HOUR_MS).dueAt).toBe(ticket.dueAt)
    const answered = reply(ticket, TEN + HOUR_MS)
    expect(ask(answered, TEN + 2 * HOUR_MS).dueAt).toBe(TEN + 2 * HOUR_MS + 2 * DAY_MS)
  })

  it('an automatic answer is nobody’s: the clock runs on and nothing is measured', () => {
    const ticket = opened()
    const spoken = addAutoAnswer(ticket, written('auto:a'))
    expect(spoken).toMatchObject({ state: 'open', dueAt: ticket.dueAt, firstResponseMs: null })
    expect(spoken.messages.at(-1)).toMatchObject({ from: 'auto' })
  })

  it('closing what is overdue without an answer is late too', () => {
    const ticket = opened()
    expect(closeTicket(ticket, ticket.dueAt!)).toMatchObject({ isLate: true, state: 'closed' })
    expect(closeTicket(ticket, TEN + 1)).toMatchObject({ isLate: false, dueAt: null })
  })
})

describe('writing', () => {
  it('the same message twice is one', () => {
    const once = ask(opened(), TEN + 1)
    expect(ask(once, TEN + 2)).toBe(once)
    expect(closeTicket(closeTicket(once, TEN + 3), TEN + 4).closedAt).toBe(TEN + 3)
  })

  it.each([
    ['within the days of reopening', 7 * DAY_MS - 1, true],
    ['when they are over', 7 * DAY_MS, false],
  ])('a closed ticket goes on %s: %s', (_words, later, goesOn) => {
    const closed = closeTicket(opened(), TEN)
    const again = addQuestion(closed, written('q', TEN + later), program)
    expect(again.ok ? again.value.state : again.error.code).toBe(goesOn ? 'open' : 'TICKET_CLOSED')
  })

  it('a full conversation takes no more questions, but still an answer', () => {
    let ticket = opened()
    for (let at = 1; ticket.messages.length < TICKET_MESSAGES_MAX - 5; at += 1) {
      ticket = ask(ticket, TEN + at, `q${at}`)
    }
    expect(addQuestion(ticket, written('more', TEN + 99), program)).toEqual({
      ok: false,
      error: { code: 'TICKET_FULL' },
    })
    expect(reply(ticket, TEN + 100).state).toBe('answered')
  })

  it('is called by what it is about, or by how it begins', () => {
    expect(ticketTitle(opened())).toBe('茶什么时候到')
    const about = { kind: 'product' as const, id: 'tea', title: '明前龙井' }
    expect(ticketTitle({ ...opened(), about })).toBe('明前龙井')
  })
})
