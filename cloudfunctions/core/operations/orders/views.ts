import type { OrderView } from '@core/contract/orders'
import type { OrderDocument } from '@core/data/orders/documents'
import { toOrder } from '@core/data/orders/orders'
import { hasOpenAfterSale, ORDER_STEPS, type OrderLine } from '@core/domain/orders/order'
import { reviewStep } from '@core/domain/orders/review-step'
import { openAddress } from '@core/operations/addresses/sealed-address'
import type { Vault } from '../../data/vault'

/** An order as its owner or the staff sees it. */
export function orderView(vault: Vault, document: OrderDocument): OrderView {
  const order = toOrder(document)
  return {
    id: order.id,
    state: order.state,
    nextStep: ORDER_STEPS[order.state],
    lines: order.lines,
    ...order.quote,
    refundedFen: order.refundedFen,
    earns: order.earns,
    pointsSpent: order.uses.points,
    address: openAddress(vault, document.address),
    remark: order.remark,
    placedAt: order.placedAt,
    dueAt: order.dueAt,
    paidAt: order.paidAt,
    shipments: order.shipments,
    canExtend: order.state === 'shipped' && !order.isExtended,
    hasOpenAfterSale: hasOpenAfterSale(order),
    reviewStep: reviewStep(document),
    receivedAt: order.receivedAt,
    completedAt: order.completedAt,
    closedAt: order.closedAt,
    closeReason: order.closeReason,
    cancelReason: order.cancelReason ?? null,
    urged: order.urged ?? null,
    addressChangedAt: order.addressChangedAt ?? null,
  }
}

/** The page that notifications about an order open. */
export const orderPage = (orderId: string): string => `pages/orders/detail/index?id=${orderId}`

/** `明前龙井等 3 件`: the goods of an order in a notification. */
export function goodsText(
  lines: readonly Pick<OrderLine, 'kind' | 'title' | 'quantity'>[],
): string {
  const goods = lines.filter((line) => line.kind === 'goods')
  const pieces = goods.reduce((all, line) => all + line.quantity, 0)
  const first = goods[0]?.title ?? ''
  return pieces > 1 ? `${first}等 ${pieces} 件` : first
}
