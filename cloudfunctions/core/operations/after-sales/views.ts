import { readReturnAddress, toAfterSale } from '@core/data/after-sales/after-sales'
import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import type { MemberDocument } from '@core/data/members/documents'
import type { OrderDocument } from '@core/data/orders/documents'
import { AFTER_SALE_STEPS, type AfterSale, needsReturn } from '@core/domain/after-sales/after-sale'
import { type Pieces } from '@core/domain/after-sales/pieces'
import { type RefundPlan, type RefundRequest, refundPlan } from '@core/domain/after-sales/refund'
import type { Order, OrderLine } from '@core/domain/orders/order'
import { linePrice } from '@core/domain/pricing/line-price'
import { displayName } from '@core/operations/members/views'
import type { AfterSaleLine, AfterSaleView, Estimate } from '../../contract/after-sales'
import type { AfterSaleRow } from '../../contract/staff-after-sales'
import type { Context } from '../context'

/** The states in which the customer sees the return address. */
const RETURN_STATES = ['agreed', 'returning']

/** An after-sale as its customer sees it, with the return address while it is needed. */
export async function afterSaleView(
  ctx: Context,
  document: AfterSaleDocument,
  order: PricedOrder,
): Promise<AfterSaleView> {
  const isNeeded = RETURN_STATES.includes(document.state)
  const returnAddress = isNeeded ? await readReturnAddress(ctx.db) : null
  return { ...viewOf(document, order), returnAddress }
}

/** The same without the address, for lists. */
export function viewOf(document: AfterSaleDocument, order: PricedOrder): AfterSaleView {
  const {
    memberId: _whose,
    refundTry: _try,
    refundFailure: _why,
    handled: _handled,
    lines,
    ...rest
  } = toAfterSale(document)
  return {
    ...rest,
    nextStep: AFTER_SALE_STEPS[rest.state],
    lines: lines.flatMap((pieces) => afterSaleLine(order, pieces)),
    returnAddress: null,
  }
}

function afterSaleLine(order: PricedOrder, { key, quantity }: Pieces): AfterSaleLine[] {
  const line = order.lines.find((one) => one.key === key)
  return line ? [{ ...lineFields(order, line), quantity }] : []
}

/** What an after-sale needs of its order: the lines, and what they cost. */
export type PricedOrder = Pick<Order, 'lines'> & { quote: Pick<Order['quote'], 'adjustments'> }

/** What an after-sale shows of a line of its order. */
export const lineFields = (
  { quote }: PricedOrder,
  line: OrderLine,
): Omit<AfterSaleLine, 'quantity'> => ({
  key: line.key,
  kind: line.kind,
  skuId: line.skuId,
  productId: line.productId,
  title: line.title,
  spec: line.spec,
  name: line.name,
  picture: line.picture,
  unitFen: line.unitFen,
  prices: linePrice(line, quote.adjustments).prices,
})

/** The amounts of a refund plan before it is carried out. */
export const estimateOf = (plan: RefundPlan): Estimate => ({
  lines: plan.lines.map(({ key, quantity, fen }) => ({ key, quantity, fen })),
  totalFen: plan.totalFen,
  freightFen: plan.freightFen,
  deductionFen: plan.deductionFen,
  points: plan.points,
  clawPoints: plan.clawPoints,
  isWhole: plan.isWhole,
})

/** The refund of what a customer has asked for, as the shop decides it. */
export const requestOf = (
  { kind, lines }: Pick<AfterSale, 'kind' | 'lines'>,
  choices: Pick<RefundRequest, 'withFreight' | 'isGiftWaived'>,
): RefundRequest => ({ lines, isReturn: needsReturn(kind), own: lines, ...choices })

/** An after-sale as the staff see it; undecided ones with an estimate. */
export function afterSaleRow(
  ctx: Context,
  document: AfterSaleDocument,
  { order, member }: { order: OrderDocument; member: MemberDocument | null },
): AfterSaleRow {
  const { state, dueAt, kind, withFreight } = document
  const isUndecided = state === 'requested' || state === 'agreed' || state === 'returning'
  const request = requestOf(document, { withFreight })
  const asOrder = { ...order, id: order._id }
  return {
    ...viewOf(document, order),
    memberId: document.memberId,
    memberName: member ? displayName(member) : '',
    isLate: dueAt !== null && dueAt < ctx.now,
    estimate: isUndecided && kind !== 'exchange' ? estimateOf(refundPlan(asOrder, request)) : null,
  }
}
