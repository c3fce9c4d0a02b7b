import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { fromStored, type Sealed, toStored } from '@core/data/documents'
import { type DocumentPage, findPage } from '@core/data/pages'
import type { Order, OrderState } from '@core/domain/orders/order'
import { ORDER_PAGE_SIZE } from '@core/kernel/limits'
import type { OrderDocument } from './documents'

/** Leaves out of a read what is in each parcel, which may be a third of an order. */
const WITHOUT_PARCEL_LINES = { without: ['shipments.lines'] }

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

/** Orders by id; `lines` of their parcels are empty. */
export const ordersById = async (db: Database, ids: readonly string[]): Promise<OrderDocument[]> =>
  (await db.getMany('orders', ids, WITHOUT_PARCEL_LINES)).map(withEmptyParcels)

const withEmptyParcels = (order: OrderDocument): OrderDocument => ({
  ...order,
  shipments: order.shipments.map((one) => ({ ...one, lines: [] })),
})

/** Filters of a list of orders; without any, it lists all. */
export type OrderFilter = {
  memberId?: string
  state?: OrderState | OrderState[]
  cursor?: string
  size?: number
}

/**
 * A page of orders, latest first; `lines` of their parcels are empty. The page is found by its ids,
 * because a few of the largest orders fill a read.
 */
export async function findOrders(
  db: Database,
  { memberId, state, cursor, size = ORDER_PAGE_SIZE }: OrderFilter,
): Promise<DocumentPage<OrderDocument>> {
  const conditions: Conditions = {
    ...(memberId === undefined ? {} : { memberId }),
    ...(state === undefined ? {} : { state: Array.isArray(state) ? command.in(state) : state }),
  }
  // `Database` refuses an empty condition, so "all" is a range.
  const where = Object.keys(conditions).length > 0 ? conditions : { placedAt: command.gte(0) }
  const page = await findPage(db, 'orders', {
    where,
    sortBy: ['placedAt', 'desc'],
    cursor,
    size,
    fields: ['_id', 'placedAt'],
  })
  const orders = await ordersById(
    db,
    page.items.map(({ _id }) => _id),
  )
  const byId = new Map(orders.map((order) => [order._id, order]))
  return { items: page.items.flatMap(({ _id }) => byId.get(_id) ?? []), next: page.next }
}
