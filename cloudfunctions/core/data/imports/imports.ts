import { command, type Database } from '@core/data/database'
import type { CollectionName } from '@core/data/documents'
import type { MemberDocument } from '@core/data/members/documents'
import { findAll } from '@core/data/pages'
import type { Reading } from '@core/data/sizes'
import type { PurchaseRecord } from '@core/domain/imports/facts'

/** The next customers of a source by id, after the id `after`. */
export const importedMembers = (
  db: Database,
  page: { source: string; after: string; size: number } & Pick<Reading, 'fields'>,
): Promise<MemberDocument[]> =>
  db.find('members', {
    where: { source: page.source, _id: command.gt(page.after) },
    orderBy: [['_id', 'asc']],
    limit: page.size,
    fields: page.fields,
  })

/**
 * The stored purchases and refunds of customers, by member id, with an entry for each id. A page of
 * customers takes two calls, and more when they have more than a read holds.
 */
export async function buyingOf(
  db: Database,
  memberIds: readonly string[],
): Promise<Map<string, PurchaseRecord>> {
  const bought = new Map(memberIds.map((id): [string, Bought] => [id, { orders: [], refunds: [] }]))
  if (memberIds.length === 0) return bought
  const memberId = command.in([...memberIds])
  const [orders, refunds] = await Promise.all([
    findAll(db, 'orders', {
      where: { memberId, paidAt: command.gt(0) },
      sortBy: ['placedAt', 'asc'],
      size: ROWS,
      fields: ['memberId', 'placedAt', 'paidAt', 'quote.totalFen', 'refundedFen'],
    }),
    findAll(db, 'refunds', {
      where: { memberId },
      sortBy: ['at', 'asc'],
      size: ROWS,
      fields: ['memberId', 'at', 'unmatchedFen'],
    }),
  ])
  for (const { memberId: id, paidAt, quote, refundedFen } of orders) {
    const order = { at: paidAt ?? 0, paidFen: quote.totalFen, refundedFen }
    bought.get(id)?.orders.push(order)
  }
  for (const { memberId: id, at, unmatchedFen } of refunds) {
    bought.get(id)?.refunds.push({ at, unmatchedFen })
  }
  return bought
}

type Bought = {
  orders: PurchaseRecord['orders'][number][]
  refunds: PurchaseRecord['refunds'][number][]
}

/** Orders, or refunds, in one read. */
const ROWS = 800

/** Those of the orders of which the shop has handled an after-sale. */
export async function handledOrders(db: Database, ids: readonly string[]): Promise<Set<string>> {
  return idsIn(db, { collection: 'afterSales', field: 'orderId', ids })
}

/** Where a customer may have left something in the shop. */
const TRACES = [
  ...(['identities', 'orders', 'refunds', 'afterSales', 'couponGrants'] as const),
  ...(['pointsLedger', 'consents', 'tickets', 'questions'] as const),
] satisfies CollectionName[]

/** Those of the customers who have an order, or anything else that a customer can have. */
export async function membersWithMore(db: Database, ids: readonly string[]): Promise<Set<string>> {
  const found = await Promise.all(
    TRACES.map((collection) => idsIn(db, { collection, field: 'memberId', ids })),
  )
  return new Set(found.flatMap((some) => [...some]))
}

/** Those of the ids that the field of some document has. */
async function idsIn(
  db: Database,
  { collection, field, ids }: { collection: CollectionName; field: string; ids: readonly string[] },
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const where = { [field]: command.in([...ids]) }
  const groups = await db.aggregate<{ _id: string }>(
    collection,
    [
      ['match', where],
      ['group', { _id: `$${field}` }],
    ],
    { limit: ids.length, rowBytes: 100 },
  )
  return new Set(groups.map(({ _id }) => _id))
}
