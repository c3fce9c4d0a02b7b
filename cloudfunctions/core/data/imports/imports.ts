import { command, type Database } from '@core/data/database'
import type { MemberDocument } from '@core/data/members/documents'
import type { PurchaseRecord } from '@core/domain/imports/facts'

/** The next customers of a source by id, after the id `after`. */
export const importedMembers = (
  db: Database,
  page: { source: string; after: string; size: number },
): Promise<MemberDocument[]> =>
  db.find('members', {
    where: { source: page.source, _id: command.gt(page.after) },
    orderBy: [['_id', 'asc']],
    limit: page.size,
  })

/**
 * The stored purchases and refunds of customers, by member id, with an entry for each id. The
 * database groups them per customer, so that a page of customers takes two calls.
 */
export async function buyingOf(
  db: Database,
  memberIds: readonly string[],
): Promise<Map<string, PurchaseRecord>> {
  const where = { memberId: command.in([...memberIds]) }
  const limit = Math.max(1, memberIds.length)
  const [orders, refunds] = await Promise.all([
    db.aggregate<Grouped<PurchaseRecord['orders']>>(
      'orders',
      [
        ['match', { ...where, paidAt: command.gt(0) }],
        ['group', { _id: '$memberId', all: { $push: ORDER } }],
      ],
      limit,
    ),
    db.aggregate<Grouped<PurchaseRecord['refunds']>>(
      'refunds',
      [
        ['match', where],
        ['group', { _id: '$memberId', all: { $push: REFUND } }],
      ],
      limit,
    ),
  ])
  const ordersOf = new Map(orders.map(({ _id, all }) => [_id, all]))
  const refundsOf = new Map(refunds.map(({ _id, all }) => [_id, all]))
  return new Map(
    memberIds.map((id) => [
      id,
      { orders: ordersOf.get(id) ?? [], refunds: refundsOf.get(id) ?? [] },
    ]),
  )
}

type Grouped<T> = { _id: string; all: T }

const ORDER = { at: '$paidAt', paidFen: '$quote.totalFen', refundedFen: '$refundedFen' }
const REFUND = { at: '$at', unmatchedFen: '$unmatchedFen' }
