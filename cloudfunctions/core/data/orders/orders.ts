import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { fromStored, type Sealed, toStored } from '@core/data/documents'
import { cursorAfter, type DocumentPage, findPage } from '@core/data/pages'
import type { Order, OrderState } from '@core/domain/orders/order'
import { type ReviewedOrder, reviewStep } from '@core/domain/orders/review-step'
import { matchesOrder, orderSearchText } from '@core/domain/orders/search-text'
import { ORDER_PAGE_SIZE } from '@core/kernel/limits'
import type { OrderDocument } from './documents'

/** Leaves out of a read what is in each parcel, which may be a third of an order. */
const WITHOUT_PARCEL_LINES = { without: ['shipments.lines'] }

export function toOrder(document: OrderDocument): Order {
  const {
    address: _sealed,
    source: _source,
    isReviewDue: _due,
    searchText: _text,
    searchKeys: _keys,
    ...rest
  } = document
  return fromStored<Order>(rest)
}

/** What an order's document has besides the order: where it goes, and what it is found by. */
export type OrderExtras = {
  address?: Sealed | undefined
  /** Of an imported order: where it comes from. */
  source?: string | undefined
  searchKeys?: string[] | null | undefined
}

/** The document of an order. */
export function orderDocument(
  order: Order,
  { address, source, searchKeys }: OrderExtras,
): OrderDocument {
  return {
    ...toStored(order),
    ...foundBy(order),
    ...(address ? { address } : {}),
    ...(source ? { source } : {}),
    ...(searchKeys ? { searchKeys } : {}),
  }
}

/** The fields that lists find an order by, and that follow from its others. */
export const foundBy = (
  order: ReviewedOrder & Pick<Order, 'lines'>,
): Pick<OrderDocument, 'isReviewDue' | 'searchText'> => ({
  isReviewDue: reviewStep(order) === 'WRITE',
  searchText: orderSearchText(order.lines),
})

/** A changed order's document: the next version. */
export const changedOrder = (before: OrderDocument, order: Order): OrderDocument =>
  orderDocument({ ...order, version: before.version + 1 }, before)

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
  /** Only those with something to review for the first time; not with a state. */
  isReviewDue?: boolean
  /** Only those with one of these search keys. */
  searchKeys?: string[]
  /** The first placed come first. */
  isOldestFirst?: boolean
  cursor?: string | undefined
  size?: number
}

/**
 * A page of orders, latest first unless it says otherwise; `lines` of their parcels are empty. The
 * page is found by its ids, because a few of the largest orders fill a read.
 */
export async function findOrders(
  db: Database,
  { cursor, size = ORDER_PAGE_SIZE, isOldestFirst = false, ...filter }: OrderFilter,
): Promise<DocumentPage<OrderDocument>> {
  const page = await findPage(db, 'orders', {
    where: conditionsOf(filter),
    sortBy: isOldestFirst ? OLDEST : LATEST,
    cursor,
    size,
    fields: ['_id', 'placedAt'],
  })
  return { items: await ordersInOrder(db, page.items), next: page.next }
}

const LATEST = ['placedAt', 'desc'] as const
const OLDEST = ['placedAt', 'asc'] as const

function conditionsOf(filter: OrderFilter): Conditions {
  const { memberId, state, isReviewDue, searchKeys } = filter
  const conditions: Conditions = {
    ...(memberId === undefined ? {} : { memberId }),
    ...(state === undefined ? {} : { state: Array.isArray(state) ? command.in(state) : state }),
    ...(isReviewDue === undefined ? {} : { isReviewDue }),
    ...(searchKeys === undefined ? {} : { searchKeys: command.in(searchKeys) }),
  }
  // `Database` refuses an empty condition, so "all" is a range.
  return Object.keys(conditions).length > 0 ? conditions : { placedAt: command.gte(0) }
}

/** The orders themselves, in the order in which their ids were found. */
async function ordersInOrder(
  db: Database,
  found: readonly Pick<OrderDocument, '_id'>[],
): Promise<OrderDocument[]> {
  const orders = await ordersById(
    db,
    found.map(({ _id }) => _id),
  )
  const byId = new Map(orders.map((order) => [order._id, order]))
  return found.flatMap(({ _id }) => byId.get(_id) ?? [])
}

/** What a search reads of each order. */
const SEARCHED_FIELDS = ['_id', 'placedAt', 'searchText'] as const
/** Reads of one search: with those below, some hundreds of orders. */
const SEARCH_READS_MAX = 4
/** Orders of one read, if they fit. */
const SEARCHED_PER_READ = 200

/**
 * A page of a member's orders that match a query, latest first: a walk along the index through
 * their orders alone. Of a member with more orders than one call looks at, a page may be short and
 * have a next one.
 */
export async function searchOrders(
  db: Database,
  { cursor, ...filter }: OrderFilter & { memberId: string },
  query: string,
): Promise<DocumentPage<OrderDocument>> {
  const where = conditionsOf(filter)
  const size = db.rowsThatHold('orders', { fields: SEARCHED_FIELDS }, SEARCHED_PER_READ) - 1
  const found: OrderDocument[] = []
  let next: string | null = cursor ?? null
  let reads = 0
  do {
    const page: DocumentPage<OrderDocument> = await findPage(db, 'orders', {
      where,
      sortBy: LATEST,
      cursor: next ?? undefined,
      size,
      fields: SEARCHED_FIELDS,
    })
    for (const order of page.items) {
      if (!matchesOrder({ id: order._id, searchText: order.searchText ?? '' }, query)) continue
      found.push(order)
      if (found.length === ORDER_PAGE_SIZE) {
        const next = isLast(order, page) ? null : cursorAfter(order, LATEST)
        return { items: await ordersInOrder(db, found), next }
      }
    }
    next = page.next
    reads += 1
  } while (next !== null && reads < SEARCH_READS_MAX)
  return { items: await ordersInOrder(db, found), next }
}

const isLast = ({ _id }: OrderDocument, { items, next }: DocumentPage<OrderDocument>): boolean =>
  next === null && items.at(-1)?._id === _id
