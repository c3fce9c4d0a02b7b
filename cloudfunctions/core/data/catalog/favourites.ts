import type { Database } from '@core/data/database'
import type { DocumentOf } from '@core/data/documents'
import { type DocumentPage, findPage } from '@core/data/pages'

/** A member's favourites, latest first. */
export function findFavourites(
  db: Database,
  memberId: string,
  cursor: string | undefined,
): Promise<DocumentPage<DocumentOf<'favourites'>>> {
  return findPage(db, 'favourites', { where: { memberId }, sortBy: ['at', 'desc'], cursor })
}
