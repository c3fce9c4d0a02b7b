import { requestableKinds } from '@core/domain/after-sales/after-sale'
import {
  type AskedPieces,
  type Pieces,
  returnablePieces,
  withheldPieces,
} from '@core/domain/after-sales/pieces'
import {
  amountError,
  applyRefund,
  type RefundRequest,
  refundableFen,
  refundError,
  refundPlan,
  withDependentLines,
} from '@core/domain/after-sales/refund'
import {
  hasOpenAfterSale,
  ORDER_STATES,
  type Order,
  type OrderLine,
  piecesToShip,
  unshippedPieces,
} from '@core/domain/orders/order'
import {
  markCompleted,
  markReceived,
  markShipped,
  parcelError,
} from '@core/domain/orders/transitions'
import * as fc from 'fast-check'
import { anyChoice, anyMaterial } from '../builders/carts'
import { askedBack, leftBe, paidOrder } from '../builders/paid-order'
import { NOON } from '../builders/pricing'
import { defaultProgram } from '../builders/program'
import { propertyRuns } from '../builders/property-runs'

/** An order, and what is asked back of it and not decided. */
type Shop = { byHand?: boolean; order: Order; asks: { lines: AskedPieces[]; isReturn: boolean }[] }

/** What the customer or the staff do next; `picks` choose as far as there is a choice. */
const STEPS = [
  ...(['ship', 'ask', 'askReturn', 'agree'] as const),
  ...(['refuse', 'give', 'receive', 'complete'] as const),
  ...(['waive', 'giveAmount', 'giveLess'] as const),
]
const anyStep = fc.record({
  step: fc.constantFrom(...STEPS),
  picks: fc.array(fc.tuple(fc.nat(20), fc.nat(98)), { minLength: 1, maxLength: 4 }),
  isOwnFault: fc.boolean(),
})
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

const must = (isTrue: boolean, what: unknown) => {
  if (!isTrue) throw new Error(`the law is broken: ${JSON.stringify(what)}`)
}
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const unclaimed = (line: OrderLine) => line.quantity - line.refunded.quantity - line.asked

/** Some pieces of some lines, no more of each than `most` allows. */
function pick({ lines }: Order, { picks }: Step, most: (line: OrderLine) => number): Pieces[] {
  const chosen = new Map<string, number>()
  for (const [which, many] of picks) {
    const line = lines[which % lines.length]
    const left = line ? most(line) : 0
    if (line && left > 0) chosen.set(line.key, 1 + (many % left))
  }
  return [...chosen].map(([key, quantity]) => ({ key, quantity }))
}

function paidBack(order: Order, request: RefundRequest, own: readonly AskedPieces[]): Order {
  const plan = refundPlan(order, request)
  must(plan.totalFen >= 0 && plan.points >= 0 && plan.clawPoints >= 0, plan)
  must(plan.clawGrowth >= 0 && plan.freightFen >= 0, plan)
  const next = applyRefund(order, plan, { at: NOON, own, program: defaultProgram })
  must(next.refundedFen === order.refundedFen + plan.totalFen, plan)
  must(next.refundedFen <= order.quote.totalFen, plan)
  const { amountFen } = request
  must(typeof amountFen !== 'number' || plan.totalFen === amountFen, plan)
  must(request.isGiftWaived !== true || plan.deductionFen <= 0, plan)
  must(next.takenBack.deductedFen >= 0 && next.takenBack.waivedFen >= 0, next.takenBack)
  return next
}

function ask(shop: Shop, step: Step, isReturn: boolean): Shop {
  const isPossible = requestableKinds(shop.order).includes(isReturn ? 'returnRefund' : 'refund')
  const most = (line: OrderLine) =>
    isReturn && line.kind !== 'service'
      ? Math.min(unclaimed(line), returnablePieces(line))
      : unclaimed(line)
  const wanted = pick(shop.order, step, most)
  if (!isPossible || wanted.length === 0) return shop
  must(refundError(shop.order, wanted) === null, wanted)
  const request = { lines: wanted, isReturn, withFreight: false, own: null }
  const dependent = withDependentLines(shop.order, request)
  must(refundError(shop.order, dependent) === null, dependent)
  const lines = withheldPieces(shop.order, dependent, isReturn)
  return { ...shop, order: askedBack(shop.order, lines), asks: [...shop.asks, { lines, isReturn }] }
}

function decide(shop: Shop, { step, picks, isOwnFault }: Step): Shop {
  const at = (picks[0]?.[0] ?? 0) % Math.max(1, shop.asks.length)
  const asked = shop.asks[at]
  if (!asked) return shop
  const asks = shop.asks.filter((_, place) => place !== at)
  if (step === 'refuse') return { ...shop, order: leftBe(shop.order, asked.lines), asks }
  must(refundError(shop.order, asked.lines, asked.lines) === null, asked)
  const request = { ...asked, withFreight: isOwnFault, own: asked.lines }
  return { ...shop, order: paidBack(shop.order, request, asked.lines), asks }
}

function next(shop: Shop, step: Step): Shop {
  const { order } = shop
  switch (step.step) {
    case 'ship': {
      const lines = pick(order, step, piecesToShip)
      const canSend = order.state === 'paid' || order.state === 'partlyShipped'
      if (!canSend || lines.length === 0) return shop
      must(parcelError(order, lines) === null, lines)
      const parcel = { carrier: 'SF', trackingNumber: '1', at: NOON, lines }
      return { ...shop, order: markShipped(order, parcel, defaultProgram) }
    }
    case 'ask':
      return ask(shop, step, false)
    case 'askReturn':
      return ask(shop, step, true)
    case 'agree':
    case 'refuse':
      return decide(shop, step)
    case 'give':
    case 'waive':
    case 'giveLess':
    case 'giveAmount': {
      const isAmountAlone = step.step === 'giveAmount'
      const lines = isAmountAlone ? [] : pick(order, step, unclaimed)
      const left = refundableFen(order)
      const amount = Math.floor((left * (step.picks[0]?.[1] ?? 0)) / 98)
      if (isAmountAlone ? amount === 0 : order.state === 'closed' || lines.length === 0) return shop
      const isByHand = isAmountAlone || step.step === 'giveLess'
      const request = {
        lines,
        isReturn: false,
        withFreight: step.isOwnFault,
        own: null,
        amountFen: isByHand ? amount : null,
        isGiftWaived: step.step === 'waive',
      }
      must(amountError(order, amount) === null, amount)
      must(amountError(order, left + 1)?.leftFen === left, left)
      const byHand = shop.byHand === true || isByHand || step.step === 'waive'
      return { ...shop, byHand, order: paidBack(order, request, []) }
    }
    case 'receive':
      if (order.state !== 'shipped') return shop
      return { ...shop, order: markReceived(order, { event: 'confirm', at: NOON }, defaultProgram) }
    case 'complete':
      if (order.state !== 'received' || hasOpenAfterSale(order)) return shop
      return { ...shop, order: markCompleted(order, NOON) }
  }
}

/** What holds of an order at every moment. */
function holds({ order, asks }: Shop): void {
  for (const line of order.lines) {
    const { quantity, refunded, cancelled, asked } = line
    const counts = [line.shipped, cancelled, asked, refunded.quantity, refunded.fen]
    must(
      counts.every((n) => Number.isSafeInteger(n) && n >= 0),
      line,
    )
    must(refunded.quantity + asked <= quantity && refunded.fen <= line.payableFen, line)
    const isService = line.kind === 'service'
    must(
      unshippedPieces(line) >= 0 &&
        (isService || unshippedPieces(line) <= quantity - refunded.quantity),
      line,
    )
    must(returnablePieces(line) >= 0, line)
    const own = asks.flatMap(({ lines }) => lines).filter(({ key }) => key === line.key)
    must(sum(own.map((one) => one.quantity)) === asked, line)
    must(sum(own.map((one) => one.withheld ?? 0)) === line.withheld, line)
    must(line.withheld <= Math.min(asked, unshippedPieces(line)), line)
    // All pieces asked back are withheld, or have been sent and not come back.
    must(isService || asked - line.withheld <= returnablePieces(line), line)
    must(refundError(order, [{ key: line.key, quantity: unclaimed(line) + 1 }]) !== null, line)
  }
  const { takenBack, uses, earns, quote } = order
  must(ORDER_STATES.includes(order.state), order.state)
  must(order.refundedFen >= 0 && order.refundedFen <= quote.totalFen, order)
  must(takenBack.freightFen <= quote.freightFen && takenBack.points <= uses.points, order)
  must(takenBack.clawedPoints <= earns.points && takenBack.clawedGrowth <= earns.growth, order)
  const isWaiting = order.state === 'paid' || order.state === 'partlyShipped'
  must(
    !isWaiting || order.lines.some((line) => unshippedPieces(line) > 0),
    'nothing to send, no way on',
  )
  must(order.state !== 'refunding' || asks.length > 0, 'nobody decides any more')
}

/** What holds when all of it has been given back. */
function holdsAtTheEnd(order: Order, byHand: boolean): void {
  const { takenBack, uses, earns, quote, lines, refundedFen } = order
  must(order.state === 'closed' && order.closeReason === 'REFUNDED', order)
  must(
    lines.every((line) => line.kind === 'gift' || line.refunded.fen === line.payableFen),
    lines,
  )
  must(takenBack.points === uses.points, 'points spent')
  must(takenBack.clawedPoints === earns.points && takenBack.clawedGrowth === earns.growth, earns)
  const keptFreight = quote.freightFen - takenBack.freightFen
  const wasSent = lines.some((line) => line.shipped > 0)
  const kept = quote.totalFen - refundedFen - keptFreight
  const gifts = lines.filter((line) => line.kind === 'gift')
  const worth = gifts.map((one) =>
    Math.floor((one.valueFen * returnablePieces(one)) / one.quantity),
  )
  // What somebody has decided on by hand need not be what the pieces were worth.
  if (byHand) return
  must(wasSent || (keptFreight === 0 && kept === 0), 'all of what was never sent')
  must(kept >= 0 && kept <= sum(worth), { kept, worth })
}

const anyLife = fc.array(anyStep, { maxLength: 14 })

/** Few pieces of a line, so that what is sent, asked and paid back runs into one another. */
const anyOrdered = anyMaterial.map((of) => ({
  ...of,
  lines: of.lines.slice(0, 3).map((line) => ({ ...line, quantity: 1 + (line.quantity % 3) })),
}))

it('refunds of any order in any sequence sum to what was paid, and nothing counts twice', () => {
  fc.assert(
    fc.property(anyOrdered, anyChoice, anyLife, (of, choice, steps) => {
      let shop: Shop = { order: paidOrder(of, choice), asks: [] }
      for (const step of steps) {
        shop = next(shop, step)
        holds(shop)
      }
      for (const { lines } of shop.asks)
        shop = { ...shop, order: leftBe(shop.order, lines), asks: [] }
      const rest = shop.order.lines
        .filter((line) => line.kind !== 'gift' && unclaimed(line) > 0)
        .map((line) => ({ key: line.key, quantity: unclaimed(line) }))
      const request = { lines: rest, isReturn: false, withFreight: false, own: null }
      const isOver = shop.order.state === 'closed'
      const end = isOver ? shop.order : paidBack(shop.order, request, [])
      holds({ order: end, asks: [] })
      holdsAtTheEnd(end, shop.byHand === true)
    }),
    { numRuns: propertyRuns(10_000) },
  )
})
