import type { Database } from '@core/data/database'
import { type DocumentPage, fromCursor, pageOf } from '@core/data/pages'

import { PAGE_SIZE } from '@core/kernel/limits'
import type { EventDocument } from './documents'

export const LATEST_FIRST = [
  ['at', 'desc'],
  ['_id', 'desc'],
] as const

export type Whose = { memberId: string; cursor?: string; size?: number }

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
