import { type Order, type OrderLine, unshippedPieces } from '@core/domain/orders/order'
import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import type { Program } from '@core/kernel/settings'
import { withDecidedState } from './decided-state'
import { giftDeductionFen, isForfeited, NO_MORE_PIECES, type RefundedPieces } from './gifts'
import {
  type AskedPieces,
  type Asking,
  cancelledPieces,
  type Pieces,
  piecesLeft,
  withAsked,
} from './pieces'
import { withoutExchanged } from './returned-pieces'

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
  /** What is not kept back for them, now or later, because the shop waives it. */
  waivedFen: Fen
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
  /** The amount that the shop has decided on, instead of what the pieces are worth. */
  amountFen?: Fen | null
  /** The shop deducts nothing for gifts that stay. */
  isGiftWaived?: boolean
}

/** The money of an order that has not been paid back. */
export const refundableFen = ({ quote, refundedFen }: Order): Fen =>
  Math.max(0, quote.totalFen - refundedFen)

/** An amount above what is left of what was paid. */
export type AmountError = { code: 'AMOUNT_TOO_HIGH'; leftFen: Fen }

/** Why an amount cannot be paid back; `null` when it can. */
export function amountError(order: Order, amountFen: Fen | null): AmountError | null {
  const leftFen = refundableFen(order)
  return amountFen !== null && amountFen > leftFen ? { code: 'AMOUNT_TOO_HIGH', leftFen } : null
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

/**
 * Works out a refund. A line's pieces are worth their share of what was paid for it, rounded down,
 * and the last piece takes the remainder: all refunds of a line sum to its price. Freight comes
 * back with the last piece of an order of which nothing was sent, or when the shop says so.
 *
 * A gift that is not earned any more and stays with the customer is deducted at its price, from
 * the goods of this refund and, where they are worth less, of the next ones. What was deducted is
 * returned with the gift, what was waived is not deducted later. An amount that the shop has
 * decided on stands in place of all that. No refund is above what is left of what was paid.
 *
 * Points spent and earned follow `floor(all × gone / whole) − so far` (rules of the trade §1.1-6),
 * spent ones by pieces, earned ones by money, and the last refund takes the rest.
 */
export function refundPlan(order: Order, request: RefundRequest): RefundPlan {
  const lines = withDependentLines(order, request).map((pieces) =>
    lineRefund(order, pieces, request),
  )
  const gone = new Map(lines.map((line) => [line.key, line.quantity]))
  const isWhole = isWholeRefund(order, gone)
  const wasSent = order.lines.some((line) => line.shipped > 0)
  const freightLeft = order.quote.freightFen - order.takenBack.freightFen
  const freight = (isWhole && !wasSent) || request.withFreight ? freightLeft : 0
  const money = moneyOf(order, { ...request, lines }, freight)
  const { takenBack } = order
  const points = sharesGone(order, gone, (line) => line.pointsFen)
  const paid = paidShare(order, money, isWhole)
  return {
    lines,
    ...money,
    points: proratedRest(order.uses.points, points, takenBack.points),
    clawPoints: proratedRest(order.earns.points, paid, takenBack.clawedPoints),
    clawGrowth: proratedRest(order.earns.growth, paid, takenBack.clawedGrowth),
    isWhole,
  }
}

/** Whether nothing is kept now; a line without pieces is a discount of an imported order. */
const isWholeRefund = ({ lines, state }: Order, gone: RefundedPieces): boolean =>
  state !== 'closed' &&
  lines.every(
    (line) =>
      line.kind === 'gift' ||
      line.refunded.quantity + (gone.get(line.key) ?? 0) >= Math.max(0, line.quantity),
  )

type Money = Pick<RefundPlan, 'freightFen' | 'deductionFen' | 'waivedFen' | 'totalFen'>

/** The money of a refund: goods, freight and gifts, or the amount that was decided on. */
function moneyOf(
  order: Order,
  { lines, amountFen = null, isGiftWaived = false }: Decided,
  freightFen: Fen,
): Money {
  const { deductedFen, waivedFen } = order.takenBack
  const goodsFen = sum(lines.map((line) => line.fen))
  const due = giftDeductionFen(order, lines) - deductedFen - waivedFen
  const isSettled = isGiftWaived || (amountFen !== null && lines.length > 0)
  const bearable = amountFen === null && !isGiftWaived ? Math.min(goodsFen, due) : Math.min(0, due)
  const deductionFen = amountFen === null ? Math.max(-deductedFen, bearable) : 0
  const computed = Math.max(0, goodsFen - deductionFen + freightFen)
  const totalFen = Math.min(amountFen ?? computed, refundableFen(order))
  return {
    totalFen,
    freightFen: Math.min(freightFen, totalFen),
    deductionFen,
    waivedFen: isSettled ? Math.max(0, due) : 0,
  }
}

type Decided = Pick<RefundRequest, 'amountFen' | 'isGiftWaived'> & { lines: readonly LineRefund[] }

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

type Share = { gone: number; whole: number }

/** What is gone of the order after this refund, by what each line carries of something. */
const sharesGone = (
  { lines }: Order,
  gone: RefundedPieces,
  fenOf: (line: OrderLine) => Fen,
): Share => ({
  whole: sum(lines.map(fenOf)),
  gone: sum(
    lines.map((line) => {
      const all = line.refunded.quantity + (gone.get(line.key) ?? 0)
      return all === 0 ? 0 : Math.floor((fenOf(line) * all) / line.quantity)
    }),
  ),
})

/**
 * What is gone of the money paid for goods: paid back, or kept back for gifts. Of pieces that were
 * refunded at what they are worth that is their share of it.
 */
function paidShare(order: Order, { totalFen, freightFen, deductionFen }: Money, isWhole: boolean) {
  const { takenBack, refundedFen, lines } = order
  const whole = sum(lines.map((line) => line.payableFen))
  const back = refundedFen - takenBack.freightFen + takenBack.deductedFen
  const gone = isWhole ? whole : back + totalFen - freightFen + deductionFen
  return { whole, gone: Math.max(0, Math.min(whole, gone)) }
}

const proratedRest = (all: number, { gone, whole }: Share, soFar: number): number =>
  whole <= 0 ? 0 : Math.max(0, Math.floor((all * gone) / whole) - soFar)

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
      ...withoutExchanged(line, refund.quantity - refund.cancelled),
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
      deductedFen: takenBack.deductedFen + plan.deductionFen,
      waivedFen: takenBack.waivedFen + plan.waivedFen,
      points: takenBack.points + plan.points,
      clawedPoints: takenBack.clawedPoints + plan.clawPoints,
      clawedGrowth: takenBack.clawedGrowth + plan.clawGrowth,
    },
  }
  return withDecidedState(next, plan.isWhole, { at, program })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
