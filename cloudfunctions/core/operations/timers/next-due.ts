import type { Conditions } from '@core/data/conditions'
import { command } from '@core/data/database'
import type { CollectionName } from '@core/data/documents'
import { isMissingCollection } from '@core/data/failures'
import type { Instant } from '@core/kernel/calendar'
import type { Context } from '../context'

/** Documents that become due at the moment stored at `path`, which an index is sorted by. */
export type DueSource = { collection: CollectionName; path: string; where?: Conditions }

/** The first moment at which any of the sources is due, overdue or to come; `null`: none is. */
export async function nextDue(
  ctx: Context,
  sources: readonly DueSource[],
): Promise<Instant | null> {
  const firsts = await Promise.all(sources.map((source) => firstDue(ctx, source)))
  const moments = firsts.flat()
  return moments.length === 0 ? null : Math.min(...moments)
}

async function firstDue(
  { db }: Context,
  { collection, path, where = {} }: DueSource,
): Promise<Instant[]> {
  const query = {
    where: { ...where, [path]: command.gt(0) },
    orderBy: [[path, 'asc']] as [string, 'asc'][],
    limit: 1,
    fields: [path],
  }
  const first = await db.find(collection, query).catch((error: unknown) => {
    // In an environment that is older than the collection nothing is due there.
    if (isMissingCollection(error)) return []
    throw error
  })
  return first.map((document) => (document as unknown as Record<string, Instant>)[path] ?? 0)
}
