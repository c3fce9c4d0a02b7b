import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import { type Books, type Finding, grouped, holds, type Rule, same, sum } from '../books'
import { ownOrders } from './order-facts'

/** Whether the money of an after-sale is in the order's books. */
const isBooked = ({ state, exchangeParcel }: AfterSaleDocument): boolean =>
  state === 'refunding' || state === 'refundFailed' || (state === 'done' && exchangeParcel === null)

/** Whether its pieces are asked back and not decided. */
const isUndecided = ({ state }: AfterSaleDocument): boolean =>
  state === 'requested' || state === 'agreed' || state === 'returning' || state === 'exchanging'

/** An order's refunds sum to what it says was paid back; what is asked is what is undecided. */
function* checkOrders(books: Books): Iterable<Finding> {
  const asked = grouped(books.all('afterSales'), ({ orderId }) => orderId)
  for (const { _id, refundedFen, lines } of ownOrders(books)) {
    const own = asked.get(_id) ?? []
    yield* same(_id, refundedFen, sum(own.filter(isBooked).map((one) => one.refundFen)))
    const pieces = own.filter(isUndecided).flatMap((one) => one.lines)
    for (const line of lines) {
      const wanted = pieces.filter(({ key }) => key === line.key)
      yield* same(`${_id} ${line.key}`, line.asked, sum(wanted.map((one) => one.quantity)))
    }
  }
}

/** Of every refund with money there is one message to the provider, of this amount. */
function* checkMessages(books: Books): Iterable<Finding> {
  for (const one of books.all('afterSales')) {
    const order = books.get('orders', one.orderId)
    const isKnown = order?.memberId === one.memberId
    yield* holds(one._id, isKnown, { expected: 'an order of its customer', found: one.orderId })
    if (!isBooked(one) || one.refundFen === 0 || (order?.transactionId ?? null) === null) continue
    const number = one.refundTry === 1 ? one._id : `${one._id}-${one.refundTry}`
    const message = books.get('outbox', `money:${number}`)
    const fen = message?.kind === 'refund' ? message.fen : undefined
    yield* same(`${one._id} money`, fen, one.refundFen)
  }
}

/** The fields that each state of an after-sale demands. */
function* checkStates(books: Books): Iterable<Finding> {
  for (const one of books.all('afterSales')) {
    for (const [expected, isRight] of demandsOf(one)) {
      yield* holds(one._id, isRight, { expected: `${one.state}: ${expected}`, found: one })
    }
  }
}

function demandsOf(one: AfterSaleDocument): [string, boolean][] {
  const { state, dueAt, decidedAt, finishedAt, returnParcel, receivedAt } = one
  const isOver = state === 'refused' || state === 'withdrawn' || state === 'done'
  const always: [string, boolean][] = [
    ['finished has its time, no other has', isOver === (finishedAt !== null)],
    ['pieces of at least one line', one.lines.length > 0],
  ]
  switch (state) {
    case 'requested':
      return [...always, ['undecided', decidedAt === null], ['due some time', dueAt !== null]]
    case 'agreed':
      return [...always, ['decided', decidedAt !== null], ['due some time', dueAt !== null]]
    case 'returning':
      return [...always, ['the parcel that comes back', returnParcel !== null]]
    case 'exchanging':
      return [...always, ['came back', receivedAt !== null]]
    case 'refunding':
      return [...always, ['decided', decidedAt !== null], ['due some time', dueAt !== null]]
    case 'refundFailed':
    case 'refused':
    case 'withdrawn':
      return [...always, ['decided', decidedAt !== null]]
    case 'done':
      return [...always, ['nothing is due', dueAt === null]]
  }
}

/** After-sales: their money, their pieces and their states. */
export const AFTER_SALE_RULES: readonly Rule[] = [
  { name: 'after-sale-orders', check: checkOrders },
  { name: 'after-sale-messages', check: checkMessages },
  { name: 'after-sale-states', check: checkStates },
]
