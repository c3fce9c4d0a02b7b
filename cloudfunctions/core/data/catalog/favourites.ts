import type { Database } from '@core/data/database'
import type { DocumentOf } from '@core/data/documents'
import { type DocumentPage, fromCursor, pageOf } from '@core/data/pages'
import { PAGE_SIZE } from '@core/kernel/limits'

/** A member's favourites, latest first. */
export async function findFavourites(
  db: Database,
  memberId: string,
  cursor: string | undefined,
): Promise<DocumentPage<DocumentOf<'favourites'>>> {
  const read = await db.find('favourites', {
    where: fromCursor({ memberId }, { path: 'at', direction: 'desc', cursor }),
    orderBy: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit: PAGE_SIZE + 1,
  })
  return pageOf(read, PAGE_SIZE, (favourite) => ({ at: favourite.at, id: favourite._id }))
}
