import type { Database } from '@core/data/database'
import type { EventDocument } from '@core/data/documents'
import { type DocumentPage, fromCursor, pageOf } from '@core/data/pages'
import type { PointsTransfer } from '@core/domain/points/points'
import { PAGE_SIZE } from '@core/kernel/limits'

const LATEST_FIRST = [
  ['at', 'desc'],
  ['_id', 'desc'],
] as const

type Whose = { memberId: string; cursor?: string; size?: number }

/** A page of a customer's history, latest first; `transitionsOnly` leaves what changed their standing. */
export async function findHistory(
  db: Database,
  { memberId, cursor, size = PAGE_SIZE, transitionsOnly }: Whose & { transitionsOnly: boolean },
): Promise<DocumentPage<EventDocument>> {
  const read = await db.find('events', {
    where: fromCursor(transitionsOnly ? { memberId, hasTransitions: true } : { memberId }, {
      path: 'at',
      direction: 'desc',
      cursor,
    }),
    orderBy: LATEST_FIRST,
    limit: size + 1,
  })
  return pageOf(read, size, (event) => ({ at: event.at, id: event._id }))
}

/** A page of a member's points ledger, latest first. */
export async function findTransfers(
  db: Database,
  { memberId, cursor, size = PAGE_SIZE }: Whose,
): Promise<DocumentPage<PointsTransfer>> {
  const read = await db.find('pointsLedger', {
    where: fromCursor({ memberId }, { path: 'at', direction: 'desc', cursor }),
    orderBy: LATEST_FIRST,
    limit: size + 1,
  })
  const page = pageOf(read, size, (row) => ({ at: row.at, id: row._id }))
  return { items: page.items.map(({ _id, ...rest }) => ({ id: _id, ...rest })), next: page.next }
}

/** The ledger's document of a transfer. */
export const transferDocument = ({ id, ...rest }: PointsTransfer) => ({ _id: id, ...rest })
