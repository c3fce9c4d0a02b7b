import type { OrderDocument } from '@core/data/orders/documents'
import { type Books, type Finding, grouped, holds, type Rule, same, sum } from '../books'
import { isPaid, ownOrders } from './order-facts'

/** `goods + Σ adjustments = Σ lines + freight = total`, and each line carries its shares. */
function* checkMoney(books: Books): Iterable<Finding> {
  for (const { _id, lines, quote } of ownOrders(books)) {
    const { goodsFen, freightFen, totalFen, adjustments } = quote
    yield* same(`${_id} lines`, sum(lines.map((one) => one.payableFen)) + freightFen, totalFen)
    yield* same(`${_id} bill`, goodsFen + sum(adjustments.map(({ fen }) => fen)), totalFen)
    for (const { code, fen, shares } of adjustments) {
      if (shares.length > 0) {
        yield* same(`${_id} ${code}`, sum(shares.map((share) => share.fen)), fen)
      }
    }
    for (const { key, unitFen, quantity, amountFen, payableFen } of lines) {
      const shares = adjustments.flatMap((one) => one.shares.filter((share) => share.key === key))
      yield* same(`${_id} ${key} amount`, amountFen, unitFen * quantity)
      yield* same(`${_id} ${key}`, payableFen, amountFen + sum(shares.map(({ fen }) => fen)))
      const isPayable = Number.isInteger(payableFen) && payableFen >= 0
      yield* holds(_id, isPayable, { expected: 'whole fen of at least 0', found: payableFen })
    }
  }
}

/** No line has more sent, given up, asked back or paid back than it has. */
function* checkLines(books: Books): Iterable<Finding> {
  for (const { _id, lines, shipments } of ownOrders(books)) {
    for (const line of lines) {
      const { key, quantity, shipped, cancelled, asked, refunded, payableFen } = line
      const id = `${_id} ${key}`
      const counts = [shipped, cancelled, asked, refunded.quantity, refunded.fen]
      yield* holds(id, Math.min(...counts) >= 0, { expected: 'no count below 0', found: counts })
      const toSend = {
        expected: `sent or given up: at most ${quantity}`,
        found: [shipped, cancelled],
      }
      yield* holds(id, shipped + cancelled <= quantity, toSend)
      const back = { expected: `asked or paid back: at most ${quantity}`, found: [asked, refunded] }
      yield* holds(id, asked + refunded.quantity <= quantity, back)
      const most = { expected: `paid back: at most ${payableFen}`, found: refunded.fen }
      yield* holds(id, refunded.fen <= payableFen, most)
      const parcels = shipments.flatMap((one) => one.lines.filter((piece) => piece.key === key))
      if (line.kind === 'service') continue
      yield* same(`${id} sent`, shipped, sum(parcels.map((one) => one.quantity)))
    }
  }
}

/** What was paid back is at most what was paid; imported orders included. */
function* checkRefunded(books: Books): Iterable<Finding> {
  for (const order of books.all('orders')) {
    const { _id, refundedFen, quote } = order
    const paid = isPaid(order) ? quote.totalFen : 0
    const isRight = refundedFen >= 0 && refundedFen <= paid
    yield* holds(_id, isRight, { expected: `from 0 to ${paid}`, found: refundedFen })
  }
}

/** What an order has used names things that exist and are of its customer. */
function* checkUses(books: Books): Iterable<Finding> {
  for (const { _id, memberId, uses } of books.all('orders')) {
    const isKnown = books.get('members', memberId) !== undefined
    yield* holds(_id, isKnown, { expected: 'a customer that exists', found: memberId })
    if (uses.grantId === null) continue
    const owner = books.get('couponGrants', uses.grantId)?.memberId
    yield* same(`${_id} coupon`, owner, memberId)
  }
}

/** The fields that each state of an order demands. */
function* checkStates(books: Books): Iterable<Finding> {
  for (const order of ownOrders(books)) {
    for (const [expected, isRight] of demandsOf(order)) {
      yield* holds(order._id, isRight, { expected: `${order.state}: ${expected}`, found: order })
    }
  }
}

function demandsOf(order: OrderDocument): [string, boolean][] {
  const { state, paidAt, dueAt, remindAt, receivedAt, completedAt, closedAt, closeReason } = order
  const left = order.lines.map((one) =>
    one.kind === 'service' ? 0 : one.quantity - one.shipped - one.cancelled,
  )
  const hasLeft = left.some((pieces) => pieces > 0)
  const isOver = state === 'closed'
  const isAfterPayment = state !== 'awaitingPayment' && !isOver
  const isReceived = state === 'received' || state === 'completed'
  const isAsked = order.lines.some(({ asked }) => asked > 0)
  const always: [string, boolean][] = [
    ['closed has its time and reason, no other has', isOver === (closedAt !== null)],
    ['a reason goes with closing', isOver === (closeReason !== null)],
    ['paid has the time of the payment', !isAfterPayment || paidAt !== null],
    ['received has its time', !isReceived || receivedAt !== null],
    ['completed has its time', state !== 'completed' || completedAt !== null],
    ['only an unpaid order has a reminder', remindAt === null || state === 'awaitingPayment'],
  ]
  switch (state) {
    case 'awaitingPayment':
      return [...always, ['not paid', paidAt === null], ['due some time', dueAt !== null]]
    case 'refunding':
      return [...always, ['something is asked back', isAsked]]
    case 'paid':
    case 'partlyShipped':
      return [...always, ['something is left to send', hasLeft]]
    case 'shipped':
      return [...always, ['nothing is left to send', !hasLeft], ['due some time', dueAt !== null]]
    case 'received':
      return [...always, ['due some time', dueAt !== null]]
    case 'completed':
      return [...always, ['nothing is due', dueAt === null]]
    case 'closed':
      return [
        ...always,
        ['nothing is due', dueAt === null],
        ['paid only when it was refunded', (paidAt !== null) === (closeReason === 'REFUNDED')],
      ]
  }
}

/** An order's marks of reviews are the reviews. */
function* checkReviewMarks(books: Books): Iterable<Finding> {
  const reviews = grouped(books.all('reviews'), ({ orderId }) => orderId)
  for (const { _id, reviewed = {} } of books.all('orders')) {
    const marks = (reviews.get(_id) ?? []).map(
      ({ lineKey, appended }) => [lineKey, appended ? 'appended' : 'written'] as const,
    )
    yield* same(_id, reviewed, Object.fromEntries(marks))
  }
}

/** Orders: their money, their pieces and their states. */
export const ORDER_RULES: readonly Rule[] = [
  { name: 'order-money', check: checkMoney },
  { name: 'order-lines', check: checkLines },
  { name: 'order-refunded', check: checkRefunded },
  { name: 'order-uses', check: checkUses },
  { name: 'order-states', check: checkStates },
  { name: 'order-reviews', check: checkReviewMarks },
]
