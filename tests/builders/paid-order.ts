import { withEndedRequest } from '@core/domain/after-sales/decided-state'
import { type AskedPieces, withAsked } from '@core/domain/after-sales/pieces'
import { NEW_LINE_COUNTS, NEW_ORDER_FIELDS, type Order } from '@core/domain/orders/order'
import { markPaid, transitionOrder } from '@core/domain/orders/transitions'
import type { PricingChoice, PricingInput } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import { NOON } from './pricing'
import { defaultProgram } from './program'

/** The order that a quote becomes, placed and paid at noon. */
export function paidOrder(of: PricingInput, choice: PricingChoice): Order {
  const bill = quote(of, choice)
  const { goodsFen, freightFen, totalFen, adjustments, claims, earns } = bill
  const order: Order = {
    ...NEW_ORDER_FIELDS,
    id: 'order',
    memberId: 'member',
    channel: 'wechat',
    version: 1,
    state: 'awaitingPayment',
    lines: bill.lines.map((line) => ({
      ...line,
      ...NEW_LINE_COUNTS,
      title: '',
      spec: '',
      picture: '',
      fields: [],
    })),
    quote: { goodsFen, freightFen, totalFen, adjustments },
    uses: {
      grantId: bill.grantId,
      points: bill.points.spent,
      products: {},
      promotions: claims.taken,
      activityPieces: claims.activityPieces,
    },
    earns: { points: earns.points, growth: earns.growth },
    remark: '',
    placedAt: NOON,
    dueAt: NOON,
  }
  return markPaid(order, { at: NOON, transactionId: 'transaction', earns: order.earns })
}

/** The order of which pieces are asked back, as an after-sale begins. */
export const askedBack = (order: Order, pieces: readonly AskedPieces[]): Order => {
  const next = { ...order, lines: withAsked(order.lines, pieces, 1) }
  return order.state === 'paid' ? transitionOrder(next, 'requestRefund') : next
}

/** The order of which pieces are not asked back any more: refused, or withdrawn. */
export const leftBe = (order: Order, pieces: readonly AskedPieces[]): Order =>
  withEndedRequest(order, pieces, { at: NOON, program: defaultProgram }).order
