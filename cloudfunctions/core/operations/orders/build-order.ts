import type { PlaceOrderError, PlaceOrderInput, PromisedGift } from '@core/contract/orders'
import type { MemberDocument } from '@core/data/members/documents'
import type { TradeSettings } from '@core/data/pricing/settings'
import { documentBytes } from '@core/data/sizes'
import {
  NEW_LINE_COUNTS,
  NEW_ORDER_FIELDS,
  type Order,
  type OrderLine,
  paymentDueAt,
  paymentReminderAt,
} from '@core/domain/orders/order'
import { quote } from '@core/domain/pricing/quote'
import type { PricedLine, Quote } from '@core/domain/pricing/quote-types'
import { ORDER_BYTES_MAX, ORDER_TOTAL_MAX_FEN } from '@core/kernel/limits'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import type { DeliveryAddress } from './delivery-address'
import { type FoundLine, limitedPieces, lineSnapshotOf } from './lines'
import { type PricingContext, pricingInputOf } from './pricing-input'

/** Everything an order is built from. */
export type OrderBasis = PricingContext & {
  member: MemberDocument
  lines: FoundLine[]
  settings: TradeSettings
  delivery: DeliveryAddress
}

/** The order to write, or the first error. */
export function buildOrder(
  ctx: Context,
  input: PlaceOrderInput,
  basis: OrderBasis,
): Result<Order, PlaceOrderError> {
  const { lines, delivery } = basis
  const short = lines.find(({ snapshot, input: { quantity } }) => snapshot.available < quantity)
  if (short) {
    const { skuId, available } = short.snapshot
    return fail({ code: 'OUT_OF_STOCK', skuId, available })
  }
  const { province } = delivery
  const priced = quote(pricingInputOf(ctx, lines, { ...basis, province }), input.choice)
  if (priced.totalFen > ORDER_TOTAL_MAX_FEN) {
    return fail({ code: 'TOTAL_TOO_HIGH', maxFen: ORDER_TOTAL_MAX_FEN })
  }
  if (!priced.isServed) return fail({ code: 'NO_DELIVERY', province })
  const gone = (input.expectedGifts ?? []).filter((gift) => !isGiven(priced, gift))
  if (gone.length > 0) {
    const gifts = gone.map(({ promotionId, skuId }) => ({ promotionId, skuId }))
    return fail({ code: 'GIFT_GONE', gifts, totalFen: priced.totalFen })
  }
  if (priced.totalFen !== input.expectedTotalFen) {
    return fail({ code: 'PRICE_CHANGED', totalFen: priced.totalFen })
  }
  const order = orderOf(ctx, input, { priced, basis })
  return documentBytes(order) > ORDER_BYTES_MAX ? fail({ code: 'ORDER_TOO_LARGE' }) : ok(order)
}

/** Whether a gift that was promised is among the lines, in full. */
const isGiven = ({ lines }: Quote, { promotionId, skuId, quantity }: PromisedGift): boolean =>
  lines.some(
    (line) =>
      line.kind === 'gift' &&
      line.sourceId === promotionId &&
      line.skuId === skuId &&
      line.quantity >= quantity,
  )

function orderOf(
  ctx: Context,
  input: PlaceOrderInput,
  { priced, basis }: { priced: Quote; basis: OrderBasis },
): Order {
  const { goodsFen, freightFen, totalFen, adjustments, earns, claims } = priced
  return {
    ...NEW_ORDER_FIELDS,
    id: input.orderId,
    memberId: basis.member._id,
    channel: 'wechat',
    version: 1,
    state: 'awaitingPayment',
    lines: priced.lines.map((line) => orderLine(line, basis)),
    quote: { goodsFen, freightFen, totalFen, adjustments },
    uses: {
      grantId: priced.grantId,
      points: priced.points.spent,
      products: limitedPieces(basis.lines),
      promotions: claims.taken,
      activityPieces: claims.activityPieces,
    },
    earns: { points: earns.points, growth: earns.growth },
    remark: input.remark,
    placedAt: ctx.now,
    dueAt: paymentDueAt(ctx.now, ctx.program),
    remindAt: paymentReminderAt(ctx.now, ctx.program),
  }
}

/** A priced line with the snapshot of its SKU: the goods', or the gift's. */
function orderLine(
  line: PricedLine,
  { lines, gifts }: Pick<OrderBasis, 'lines' | 'gifts'>,
): OrderLine {
  const own = lines.find(({ snapshot }) => snapshot.key === (line.parentKey ?? line.key))?.snapshot
  const gift = gifts.find((sku) => sku._id === line.skuId)
  const snapshot = own ?? (gift ? lineSnapshotOf(gift) : undefined)
  return {
    ...line,
    ...NEW_LINE_COUNTS,
    title: snapshot?.title ?? '',
    spec: snapshot?.spec ?? '',
    picture: snapshot?.picture ?? '',
    fields: line.kind === 'goods' ? (own?.fields ?? []) : [],
  }
}
