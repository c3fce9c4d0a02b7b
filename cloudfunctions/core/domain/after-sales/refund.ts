import {
  autoConfirmAt,
  isAllSent,
  type Order,
  type OrderLine,
  unshippedPieces,
} from '@core/domain/orders/order'
import { transitionOrder } from '@core/domain/orders/transitions'
import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import type { Program } from '@core/kernel/settings'
import {
  type AskedPieces,
  type Asking,
  cancelledPieces,
  type Pieces,
  piecesLeft,
  returnablePieces,
  withAsked,
} from './pieces'

/** What a refund returns and takes back, calculated before anything is written. */
export type RefundPlan = {
  lines: (Pieces & {
    /** The line's share of the money. */
    fen: Fen
    /** Pieces that had not been sent: they go back into the stock immediately. */
    cancelled: number
  })[]
  freightFen: Fen
  /** What is kept back for gifts that stay; below 0 when one comes back that was deducted. */
  deductionFen: Fen
  /** The money that goes back. */
  totalFen: Fen
  /** Spent points that come back. */
  points: number
  /** Earned points and growth that are taken back. */
  clawPoints: number
  clawGrowth: number
  /** Nothing of the order is kept. */
  isWhole: boolean
}

/** What is asked for: which pieces, whether they come back, and whether the freight does. */
export type RefundRequest = {
  lines: readonly Pieces[]
  /** The goods stay with the customer (仅退款) or come back (退货退款). */
  isReturn: boolean
  /** The shop gives the freight back though something was sent: its own fault. */
  withFreight: boolean
  /**
   * The pieces that were asked for before and are decided now: then of what was sent only what is
   * named comes back. `null` when nothing was asked for.
   */
  own: readonly AskedPieces[] | null
}

/** A refund above what is left; `key` names the line. */
export type RefundError = { code: 'REFUND_TOO_MUCH'; key: string; left: number }

/** The first line of which more is asked than is left; `null` when there is none. */
export function refundError(
  order: Order,
  lines: readonly Pieces[],
  mine: readonly Pieces[] = [],
): RefundError | null {
  const asked = new Map<string, number>()
  for (const { key, quantity } of lines) {
    const line = order.lines.find((one) => one.key === key)
    const own = mine.find((one) => one.key === key)?.quantity ?? 0
    const left = (line ? piecesLeft(line) + own : 0) - (asked.get(key) ?? 0)
    const isCount = Number.isInteger(quantity) && quantity >= 1
    if (!isCount || quantity > left) return { code: 'REFUND_TOO_MUCH', key, left }
    asked.set(key, (asked.get(key) ?? 0) + quantity)
  }
  return null
}

/**
 * The request with what must go along: the services of goods that were never sent, and the gifts
 * that the kept goods no longer earn, when they have not been sent or come back too. A gift that
 * was forfeited before has been settled then.
 */
export function withDependentLines(order: Order, request: RefundRequest): Pieces[] {
  const asked = new Map(request.lines.map((line) => [line.key, line.quantity]))
  for (const line of order.lines) {
    const parent = order.lines.find((one) => one.key === line.parentKey)
    if (line.kind !== 'service' || !parent || asked.has(line.key)) continue
    const unsent = cancelledPieces(parent, asked.get(parent.key) ?? 0, request)
    const along = Math.min(unsent, piecesLeft(line))
    if (along > 0) asked.set(line.key, along)
  }
  for (const gift of order.lines) {
    if (asked.has(gift.key) || !isForfeited(order, gift, asked)) continue
    const isNew = request.own === null && !isForfeited(order, gift, NO_MORE_PIECES)
    const back = request.isReturn && isNew ? gift.quantity : unshippedPieces(gift)
    const along = Math.min(back, piecesLeft(gift))
    if (along > 0) asked.set(gift.key, along)
  }
  return order.lines.flatMap(({ key }) => {
    const quantity = asked.get(key)
    return quantity === undefined ? [] : [{ key, quantity }]
  })
}

type RefundedPieces = ReadonlyMap<string, number>
const NO_MORE_PIECES: RefundedPieces = new Map()

/**
 * Whether the goods that stay are worth less than the gift was given for, or none stay: by their
 * list price, as when it was earned.
 */
function isForfeited(order: Order, gift: OrderLine, gone: RefundedPieces): boolean {
  if (gift.giftFor === null) return false
  const { fromFen, keys } = gift.giftFor
  const kept = order.lines
    .filter((line) => keys.includes(line.key))
    .map((line) => ({ line, pieces: line.refunded.quantity + (gone.get(line.key) ?? 0) }))
  const worth = kept.map(({ line, pieces }) => line.unitFen * (line.quantity - pieces))
  return sum(worth) < fromFen || kept.every(({ line, pieces }) => pieces === line.quantity)
}

/**
 * Works out a refund. A line's pieces are worth their share of what was paid for it, rounded down,
 * and the last piece takes the remainder: all refunds of a line sum to its price. Freight comes
 * back with the last piece of an order of which nothing was sent, or when the shop says so.
 *
 * A gift that is not earned any more and stays with the customer is deducted at its price, from
 * the goods of this refund and, where they are worth less, of the next ones. What was deducted is
 * returned with the gift. Points spent and earned follow `floor(all × gone / whole) − so far`
 * (rules of the trade §1.1-6), and the last refund takes the rest.
 */
export function refundPlan(order: Order, request: RefundRequest): RefundPlan {
  const lines = withDependentLines(order, request).map((pieces) =>
    lineRefund(order, pieces, request),
  )
  const gone = new Map(lines.map((line) => [line.key, line.quantity]))
  const isWhole = order.lines.every((line) => {
    const all = line.refunded.quantity + (gone.get(line.key) ?? 0)
    return line.kind === 'gift' || all === line.quantity
  })
  const wasSent = order.lines.some((line) => line.shipped > 0)
  const freightLeft = order.quote.freightFen - order.takenBack.freightFen
  const freightFen = (isWhole && !wasSent) || request.withFreight ? freightLeft : 0
  const goodsFen = sum(lines.map((line) => line.fen))
  const deductionFen = Math.min(goodsFen, giftDeductionFen(order, lines) - deductedFen(order))
  const share = refundedShares(order, gone)
  return {
    lines,
    freightFen,
    deductionFen,
    totalFen: goodsFen - deductionFen + freightFen,
    points: proratedRest(order.uses.points, share.points, order.takenBack.points),
    clawPoints: proratedRest(order.earns.points, share.paid, order.takenBack.clawedPoints),
    clawGrowth: proratedRest(order.earns.growth, share.paid, order.takenBack.clawedGrowth),
    isWhole,
  }
}

type LineRefund = RefundPlan['lines'][number]

function lineRefund(order: Order, { key, quantity }: Pieces, asking: Asking): LineRefund {
  const line = order.lines.find((one) => one.key === key)
  if (!line) throw new Error(`order ${order.id} has no line ${key}`)
  const cancelled = cancelledPieces(line, quantity, asking)
  return { key, quantity, fen: refundFenOf(line, quantity), cancelled }
}

/** What these pieces of a line are worth, after those that are gone already. */
function refundFenOf(line: OrderLine, quantity: number): Fen {
  const gone = line.refunded.quantity + quantity
  return Math.floor((line.payableFen * gone) / line.quantity) - line.refunded.fen
}

/** The price of all gifts that are not earned any more and are with the customer afterwards. */
function giftDeductionFen(order: Order, lines: readonly LineRefund[]): Fen {
  const gone = new Map(lines.map((line) => [line.key, line.quantity]))
  return sum(
    order.lines.map((gift) => {
      if (gift.kind !== 'gift' || !isForfeited(order, gift, gone)) return 0
      const back = lines.find((line) => line.key === gift.key)
      const staying = returnablePieces(gift) - ((back?.quantity ?? 0) - (back?.cancelled ?? 0))
      return Math.floor((gift.valueFen * staying) / gift.quantity)
    }),
  )
}

/** What earlier refunds have kept back for gifts: what their lines came to and was not paid. */
const deductedFen = ({ lines, takenBack, refundedFen }: Order): Fen =>
  sum(lines.map((line) => line.refunded.fen)) + takenBack.freightFen - refundedFen

type Share = { gone: number; whole: number }

/** What is gone of the order after this refund: by points paid, and by money paid for goods. */
function refundedShares(order: Order, gone: RefundedPieces): { points: Share; paid: Share } {
  const part = (fenOf: (line: OrderLine) => Fen): Share => ({
    whole: sum(order.lines.map(fenOf)),
    gone: sum(
      order.lines.map((line) => {
        const all = line.refunded.quantity + (gone.get(line.key) ?? 0)
        return Math.floor((fenOf(line) * all) / line.quantity)
      }),
    ),
  })
  return { points: part((line) => line.pointsFen), paid: part((line) => line.payableFen) }
}

const proratedRest = (all: number, { gone, whole }: Share, soFar: number): number =>
  whole === 0 ? 0 : Math.max(0, Math.floor((all * gone) / whole) - soFar)

/** The order after a refund was booked. `own`: these had been asked for and are decided now. */
export function applyRefund(
  order: Order,
  plan: RefundPlan,
  { at, own, program }: { at: Instant; own: readonly AskedPieces[]; program: Program },
): Order {
  const lines = withAsked(order.lines, own, -1).map((line) => {
    const refund = plan.lines.find((one) => one.key === line.key)
    if (!refund) return line
    return {
      ...line,
      cancelled: line.cancelled + refund.cancelled,
      refunded: {
        quantity: line.refunded.quantity + refund.quantity,
        fen: line.refunded.fen + refund.fen,
      },
    }
  })
  const { takenBack } = order
  const next: Order = {
    ...order,
    lines,
    refundedFen: order.refundedFen + plan.totalFen,
    takenBack: {
      freightFen: takenBack.freightFen + plan.freightFen,
      points: takenBack.points + plan.points,
      clawedPoints: takenBack.clawedPoints + plan.clawPoints,
      clawedGrowth: takenBack.clawedGrowth + plan.clawGrowth,
    },
  }
  return withDecidedState(next, plan.isWhole, { at, program })
}

/**
 * The state of an order after a refund or a refusal has been decided. A finished order stays
 * finished: a gift may still come back then. An order with nothing left to send counts as sent.
 */
export function withDecidedState(
  order: Order,
  isWhole: boolean,
  { at, program }: { at: Instant; program: Program },
): Order {
  if (order.state === 'closed') return order
  if (isWhole) {
    const over = { closedAt: at, closeReason: 'REFUNDED' as const, dueAt: null }
    return { ...transitionOrder(order, 'refundAll'), ...over }
  }
  const isDecided = order.lines.every((line) => line.asked === 0)
  const next = order.state === 'refunding' && isDecided ? transitionOrder(order, 'resume') : order
  const canSend = next.state === 'paid' || next.state === 'partlyShipped'
  if (canSend && isAllSent(next)) {
    return { ...transitionOrder(next, 'shipAll'), dueAt: autoConfirmAt(at, program) }
  }
  return next
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
