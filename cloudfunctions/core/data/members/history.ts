import type { Database } from '@core/data/database'
import { type DocumentPage, findPage } from '@core/data/pages'

import { PAGE_SIZE } from '@core/kernel/limits'
import type { EventDocument } from './documents'

export type Whose = { memberId: string; cursor?: string; size?: number }

/** A page of a customer's history, latest first; with `transitionsOnly` entries that changed it. */
export function findHistory(
  db: Database,
  { memberId, cursor, size = PAGE_SIZE, transitionsOnly }: Whose & { transitionsOnly: boolean },
): Promise<DocumentPage<EventDocument>> {
  return findPage(db, 'events', {
    where: transitionsOnly ? { memberId, hasTransitions: true } : { memberId },
    sortBy: ['at', 'desc'],
    cursor,
    size,
  })
}
