import type { Conditions } from '@core/data/conditions'
import { command } from '@core/data/database'
import type { CollectionName } from '@core/data/documents'
import { findPage } from '@core/data/pages'
import type { Duty } from '@core/domain/set-aside/set-aside'
import type { Instant } from '@core/kernel/calendar'
import type { Context } from './context'
import { isolate } from './isolate'

/** Ids per read. */
const PAGE = 100
/** How long one duty of a sweep works: all duties together stay below the function's 60 s. */
const DUTY_MS = 5_000

/**
 * What is due: documents whose moment at `path` has come (by now, or by `by`), and which meet
 * `where`; and how long to work on them, in ms.
 */
export type Due = {
  duty: Duty
  collection: CollectionName
  path: string
  where?: Conditions
  by?: Instant
  workMs?: number
}

/**
 * Handles what is due, the longest overdue first, until nothing or no time is left; the next run,
 * minutes later, goes on. Returns how many failed. Only ids are read, so that no document is too
 * large for a page. One that cannot be handled is set aside: it does not keep the others waiting.
 */
export async function eachDue(
  ctx: Context,
  { duty, collection, path, where = {}, by = ctx.now, workMs = DUTY_MS }: Due,
  handle: (id: string) => Promise<void>,
): Promise<number> {
  const due = { ...where, [path]: command.lte(by) }
  const end = ctx.elapsedMs() + workMs
  let failed = 0
  let cursor: string | undefined
  do {
    const page = await findPage(ctx.db, collection, {
      where: due,
      sortBy: [path, 'asc'],
      cursor,
      size: PAGE,
      fields: ['_id', path],
    })
    const ids = page.items.map(({ _id }) => _id)
    const isOver = () => ctx.elapsedMs() > end
    failed += await isolate(ctx, { duty, collection, ids, isOver }, handle)
    cursor = page.next ?? undefined
  } while (cursor !== undefined && ctx.elapsedMs() <= end)
  return failed
}
