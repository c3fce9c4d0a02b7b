import { command, type Database } from '@core/data/database'
import type { MemberDocument } from '@core/data/members/documents'
import type { Buying } from '@core/domain/imports/facts'

/** A page of a source's customers, in the order of their ids, after one of them. */
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
 * What is stored of some customers' buying, by member id; an entry for each. The database gathers
 * it per customer, so that one call answers for a page of them, however many orders they have.
 */
export async function buyingOf(
  db: Database,
  memberIds: readonly string[],
): Promise<Map<string, Buying>> {
  const whose = { memberId: command.in([...memberIds]) }
  const many = Math.max(1, memberIds.length)
  const [orders, refunds] = await Promise.all([
    db.aggregate<Gathered<Buying['orders']>>(
      'orders',
      [
        ['match', { ...whose, paidAt: command.gt(0) }],
        ['group', { _id: '$memberId', all: { $push: ORDER } }],
      ],
      many,
    ),
    db.aggregate<Gathered<Buying['refunds']>>(
      'refunds',
      [
        ['match', whose],
        ['group', { _id: '$memberId', all: { $push: REFUND } }],
      ],
      many,
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

type Gathered<T> = { _id: string; all: T }

const ORDER = { at: '$paidAt', paidFen: '$quote.totalFen', refundedFen: '$refundedFen' }
const REFUND = { at: '$at', unmatchedFen: '$unmatchedFen' }
