import type { Sealed } from '@core/data/documents'
import type { MemberDocument } from '@core/data/members/documents'
import type { TradeSettings } from '@core/data/pricing/settings'
import {
  type Address,
  type Order,
  type OrderLine,
  paymentDueAt,
  paymentReminderAt,
  UNTOUCHED,
  UNTOUCHED_LINE,
} from '@core/domain/orders/order'
import type { PricedLine, Quote } from '@core/domain/pricing/quote-types'
import { fail, ok, type Result } from '@core/kernel/result'
import type { PlaceOrderError, PlaceOrderInput } from '../../contract/orders'
import { quote } from '../../domain/pricing/quote'
import type { Context } from '../context'
import { type FoundLine, limitedPieces, lineSnapshotOf } from './lines'
import { type PricingContext, pricingInputOf } from './pricing-input'

/** The address sealed, and the hash by which the staff find who has this phone number. */
export type Parcel = { address: Sealed; phoneHash?: string; province: string }

/** Where an order goes: the address that came with it, or the saved one; `null` without either. */
export function parcelOf(
  { vault }: Context,
  { deliverTo }: PlaceOrderInput,
  { address: saved }: MemberDocument,
): Parcel | null {
  if (deliverTo.kind === 'saved') {
    if (!saved) return null
    return { address: saved, province: vault.open<Address>(saved).province }
  }
  const { address } = deliverTo
  const { phone, province } = address
  return { address: vault.seal(address), phoneHash: vault.hash(phone), province }
}

/** What an order is decided from. */
export type Parts = PricingContext & {
  member: MemberDocument
  lines: FoundLine[]
  settings: TradeSettings
  parcel: Parcel
}

/** Decides: the order that would be written, or the first reason against it. */
export function draftOrder(
  ctx: Context,
  input: PlaceOrderInput,
  parts: Parts,
): Result<Order, PlaceOrderError> {
  const { lines, parcel } = parts
  const short = lines.find(
    ({ snapshot: words, input: material }) => words.available < material.quantity,
  )
  if (short) {
    const { skuId, available } = short.snapshot
    return fail({ code: 'OUT_OF_STOCK', skuId, available })
  }
  const material = pricingInputOf(ctx, lines, { ...parts, province: parcel.province })
  const bill = quote(material, input.choice)
  if (!bill.isServed) return fail({ code: 'NO_DELIVERY', province: parcel.province })
  if (bill.totalFen !== input.expectedTotalFen) {
    return fail({ code: 'PRICE_CHANGED', totalFen: bill.totalFen })
  }
  return ok(orderOf(ctx, input, { bill, parts }))
}

/** The order as it is before anything happens to it. */
function orderOf(
  ctx: Context,
  input: PlaceOrderInput,
  { bill, parts }: { bill: Quote; parts: Parts },
): Order {
  const { goodsFen, freightFen, totalFen, adjustments, earns, claims } = bill
  return {
    ...UNTOUCHED,
    id: input.orderId,
    memberId: parts.member._id,
    channel: 'wechat',
    version: 1,
    state: 'awaitingPayment',
    lines: bill.lines.map((line) => orderLine(line, parts)),
    quote: { goodsFen, freightFen, totalFen, adjustments },
    uses: {
      grantId: bill.grantId,
      points: bill.points.spent,
      products: limitedPieces(parts.lines),
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

/** A priced line with the words of its SKU: the goods', or the gift's. */
function orderLine(line: PricedLine, { lines, gifts }: Pick<Parts, 'lines' | 'gifts'>): OrderLine {
  const own = lines.find(
    ({ snapshot: words }) => words.key === (line.parentKey ?? line.key),
  )?.snapshot
  const gift = gifts.find((sku) => sku._id === line.skuId)
  const words = own ?? (gift ? lineSnapshotOf(gift) : undefined)
  return {
    ...line,
    ...UNTOUCHED_LINE,
    title: words?.title ?? '',
    spec: words?.spec ?? '',
    picture: words?.picture ?? '',
    fields: line.kind === 'goods' ? (own?.fields ?? []) : [],
  }
}
