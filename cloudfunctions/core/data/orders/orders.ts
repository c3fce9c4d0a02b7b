import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { fromStored, type Sealed, toStored } from '@core/data/documents'
import { type DocumentPage, findPage } from '@core/data/pages'
import type { Order, OrderState } from '@core/domain/orders/order'
import type { OrderDocument } from './documents'

export function toOrder(document: OrderDocument): Order {
  const { address: _sealed, source: _source, ...rest } = document
  return fromStored<Order>(rest)
}

/** The document of an order, with its sealed address and its import source. */
export function orderDocument(order: Order, address?: Sealed, source?: string): OrderDocument {
  return { ...toStored(order), ...(address ? { address } : {}), ...(source ? { source } : {}) }
}

/** A changed order's document: the next version. */
export const changedOrder = (before: OrderDocument, order: Order): OrderDocument =>
  orderDocument({ ...order, version: before.version + 1 }, before.address, before.source)

/** Filters of a list of orders; without any, it lists all. */
export type OrderFilter = {
  memberId?: string
  state?: OrderState | OrderState[]
  cursor?: string
  size?: number
}

/** A page of orders, latest first. */
export function findOrders(
  db: Database,
  { memberId, state, cursor, size }: OrderFilter,
): Promise<DocumentPage<OrderDocument>> {
  const conditions: Conditions = {
    ...(memberId === undefined ? {} : { memberId }),
    ...(state === undefined ? {} : { state: Array.isArray(state) ? command.in(state) : state }),
  }
  // `Database` refuses an empty condition, so "all" is a range.
  const where = Object.keys(conditions).length > 0 ? conditions : { placedAt: command.gte(0) }
  return findPage(db, 'orders', {
    where,
    sortBy: ['placedAt', 'desc'],
    cursor,
    ...(size === undefined ? {} : { size }),
  })
}
