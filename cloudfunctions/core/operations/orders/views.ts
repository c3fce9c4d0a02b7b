import type { AddressView, OrderView } from '../../contract/orders'
import { toOrder } from '../../data/orders'
import type { OrderDocument, Sealed } from '../../data/documents'
import type { Vault } from '../../data/vault'
import { NEXT_STEPS, type Address } from '../../domain/order'
import { maskPhone } from '../../domain/personal'

/** An address as it is shown to anybody, its owner included. */
export const addressView = ({ name, phone, province, city, district, street }: Address) => ({
  name,
  phone: maskPhone(phone),
  region: [...new Set([province, city, district])].filter(Boolean).join(' '),
  street,
})

/** The shown form of a sealed address; `null` of none. */
export const openAddress = (vault: Vault, sealed: Sealed | undefined): AddressView | null =>
  sealed ? addressView(vault.open<Address>(sealed)) : null

/** An order as its owner or the staff sees it. */
export function orderView(vault: Vault, document: OrderDocument): OrderView {
  const order = toOrder(document)
  return {
    id: order.id,
    state: order.state,
    nextStep: NEXT_STEPS[order.state],
    lines: order.lines,
    ...order.quote,
    refundedFen: order.refundedFen,
    earns: order.earns,
    address: openAddress(vault, document.address),
    remark: order.remark,
    placedAt: order.placedAt,
    dueAt: order.dueAt,
    paidAt: order.paidAt,
    shipment: order.shipment,
    receivedAt: order.receivedAt,
    closedAt: order.closedAt,
    closeReason: order.closeReason,
  }
}
