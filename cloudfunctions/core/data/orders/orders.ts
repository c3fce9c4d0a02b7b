import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import type { Sealed } from '@core/data/documents'
import { type DocumentPage, fromCursor, pageOf } from '@core/data/pages'
import type { Order, OrderState } from '@core/domain/orders/order'
import { PAGE_SIZE } from '@core/kernel/limits'
import type { OrderDocument } from './documents'

/** The order in a document. */
export function toOrder(document: OrderDocument): Order {
  const { _id, address: _sealed, source: _source, ...rest } = document
  return { id: _id, ...rest }
}

/** The document of an order; the sealed address stays as it was. */
export function orderDocument(
  { id, ...rest }: Order,
  address?: Sealed,
  source?: string,
): OrderDocument {
  return { _id: id, ...rest, ...(address ? { address } : {}), ...(source ? { source } : {}) }
}

/** A changed order's document: the next version. */
export const changedOrder = (before: OrderDocument, order: Order): OrderDocument =>
  orderDocument({ ...order, version: before.version + 1 }, before.address, before.source)

/** Whose orders to list, in which state or states; without either, all. */
export type OrderFilter = {
  memberId?: string
  state?: OrderState | OrderState[]
  cursor?: string
  size?: number
}

/** A page of orders, latest first. */
export async function findOrders(
  db: Database,
  { memberId, state, cursor, size = PAGE_SIZE }: OrderFilter,
): Promise<DocumentPage<OrderDocument>> {
  const conditions: Conditions = {
    ...(memberId === undefined ? {} : { memberId }),
    ...(state === undefined ? {} : { state: Array.isArray(state) ? command.in(state) : state }),
  }
  const read = await db.find('orders', {
    where: fromCursor(orAll(conditions), { path: 'placedAt', direction: 'desc', cursor }),
    orderBy: [
      ['placedAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: size + 1,
  })
  return pageOf(read, size, (order) => ({ at: order.placedAt, id: order._id }))
}

/** An empty filter is refused by the database's face, so "all" is said as a range. */
const orAll = (conditions: Conditions): Conditions =>
  Object.keys(conditions).length > 0 ? conditions : { placedAt: command.gte(0) }
