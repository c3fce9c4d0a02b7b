import type { Database } from '@core/data/database'
import type { Whose } from '@core/data/members/history'
import { LATEST_FIRST } from '@core/data/members/history'
import type { DocumentPage } from '@core/data/pages'
import { fromCursor, pageOf } from '@core/data/pages'
import type { PointsTransfer } from '@core/domain/points/points'
import { PAGE_SIZE } from '@core/kernel/limits'

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
