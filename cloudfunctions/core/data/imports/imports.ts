import { command, type Database } from '@core/data/database'
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
