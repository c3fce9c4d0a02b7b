import { type Books, type Finding, holds, type Rule, same } from '../books'

/** A message that is due is tried every few minutes; this late it is forgotten. */
const STUCK_MS = 60 * 60_000

/** No message is left behind, and each has its state's fields. */
function* checkOutbox(books: Books): Iterable<Finding> {
  for (const { _id, state, dueAt, tries } of books.all('outbox')) {
    const isStuck = state === 'due' && dueAt < books.now - STUCK_MS
    yield* holds(_id, !isStuck, { expected: 'delivered or tried again', found: { dueAt, tries } })
    const isKnown = ['due', 'done', 'dropped', 'failed'].includes(state)
    yield* holds(_id, isKnown, { expected: 'a known state', found: state })
  }
}

/** A review that waits says for what, and one that is hidden says why. */
function* checkReviews(books: Books): Iterable<Finding> {
  for (const review of books.all('reviews')) {
    const { _id, state, waitsFor, hiddenReason, reply, isReplied, said, appended } = review
    const { isPictured, orderId, lineKey } = review
    yield* same(`${_id} waitsFor`, waitsFor !== null, state === 'waiting')
    yield* same(`${_id} hiddenReason`, hiddenReason !== '', state === 'hidden')
    yield* same(`${_id} isReplied`, isReplied, reply !== null)
    const hasPicture = said.pictures.length + (appended?.pictures.length ?? 0) > 0
    yield* same(`${_id} isPictured`, isPictured, hasPicture)
    const line = books.get('orders', orderId)?.lines.find(({ key }) => key === lineKey)
    yield* holds(_id, line !== undefined, { expected: 'a line of an order', found: lineKey })
  }
}

/** A question is answered unless it waits or is hidden. */
function* checkQuestions(books: Books): Iterable<Finding> {
  for (const { _id, state, answer, hiddenReason } of books.all('questions')) {
    const isAnswered = state === 'private' || state === 'public'
    yield* holds(_id, !isAnswered || answer !== null, { expected: 'an answer', found: state })
    yield* holds(_id, state !== 'waiting' || answer === null, {
      expected: 'no answer while it waits',
      found: answer,
    })
    yield* same(`${_id} hiddenReason`, hiddenReason !== '', state === 'hidden')
  }
}

/** A ticket that is open has a time by which it is answered; a closed one has its end. */
function* checkTickets(books: Books): Iterable<Finding> {
  for (const { _id, state, dueAt, closedAt, messages } of books.all('tickets')) {
    yield* same(`${_id} dueAt`, dueAt !== null, state === 'open')
    yield* same(`${_id} closedAt`, closedAt !== null, state === 'closed')
    const ids = new Set(messages.map(({ id }) => id))
    yield* same(`${_id} messages`, ids.size, messages.length)
  }
}

/** The compiled promotions are those that have not ended, as they are stored. */
function* checkPromotions(books: Books): Iterable<Finding> {
  const compiled = (books.get('settings', 'promotions')?.['list'] ?? []) as { id: string }[]
  const listed = new Map(compiled.map(({ id, ...rest }) => [id, rest]))
  for (const { _id, ...rest } of books.all('promotions')) {
    if (rest.endsAt > books.now) yield* same(_id, listed.get(_id), rest)
  }
  for (const id of listed.keys()) {
    const isStored = books.get('promotions', id) !== undefined
    yield* holds(id, isStored, { expected: 'a stored promotion', found: 'a compiled one alone' })
  }
}

/** States of documents that have no rules of their own elsewhere. */
export const STATE_RULES: readonly Rule[] = [
  { name: 'outbox', check: checkOutbox },
  { name: 'review-states', check: checkReviews },
  { name: 'question-states', check: checkQuestions },
  { name: 'ticket-states', check: checkTickets },
  { name: 'promotions-compiled', check: checkPromotions },
]
