import type { Database } from '@core/data/database'
import { fromStored, toStored } from '@core/data/documents'
import type { Whose } from '@core/data/members/history'
import { type DocumentPage, findPage, mapPage } from '@core/data/pages'
import type { PointsTransfer } from '@core/domain/points/points'
import { PAGE_SIZE } from '@core/kernel/limits'

/** A page of a member's points ledger, latest first. */
export async function findTransfers(
  db: Database,
  { memberId, cursor, size = PAGE_SIZE }: Whose,
): Promise<DocumentPage<PointsTransfer>> {
  const query = { where: { memberId }, sortBy: ['at', 'desc'], cursor, size } as const
  return mapPage(await findPage(db, 'pointsLedger', query), fromStored<PointsTransfer>)
}

/** The ledger's document of a transfer. */
export const transferDocument = toStored<PointsTransfer>
