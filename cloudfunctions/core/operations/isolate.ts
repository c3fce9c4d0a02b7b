import type { CollectionName } from '@core/data/documents'
import { describeError, failureKind, isLostRace } from '@core/data/failures'
import { putSetAside, removeSetAside, setAsideId, setAsideOf } from '@core/data/set-aside/set-aside'
import { type Duty, type SetAside, setAsideAfter } from '@core/domain/set-aside/set-aside'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import type { Context } from './context'

/** Documents handled in parallel. */
const PARALLEL = 4

/** The documents that a duty is to handle. */
export type Documents = {
  duty: Duty
  collection: CollectionName
  ids: readonly string[]
  /** Whether no time is left; what remains is left for the next run. */
  isOver?: () => boolean
}

/**
 * Handles each document by itself and returns how many failed. One that fails is set aside: it is
 * stored for the staff, and passed over until its wait is over; when it succeeds, or is not due
 * any more, the entry goes. So a bad document keeps no other waiting. Documents of one customer may
 * be in each other's way: what lost every race is handled once more when the others are done.
 */
export async function isolate(
  ctx: Context,
  { duty, collection, ids, isOver = () => false }: Documents,
  handle: (id: string) => Promise<unknown>,
): Promise<number> {
  if (ids.length === 0) return 0
  const known = await setAsideOf(ctx.db, duty, ids)
  const inTheWay: string[] = []
  let failed = 0
  const handleOne = async (documentId: string, isAlone: boolean) => {
    const before = known.get(documentId)
    if (isOver() || (before && before.nextAt > ctx.now)) return
    try {
      await handle(documentId)
    } catch (error) {
      if (!isAlone && isLostRace(error)) {
        inTheWay.push(documentId)
        return
      }
      failed += 1
      const document = { id: setAsideId(duty, documentId), duty, collection, documentId }
      ctx.log.error('set-aside', { ...document, reason: describeError(error) })
      const change = { failure: failureKind(error), at: ctx.now }
      await keep(ctx, setAsideAfter(document, before, change))
      return
    }
    if (before) await removeSetAside(ctx.db, before.id)
  }
  await mapWithConcurrency(ids, PARALLEL, (documentId) => handleOne(documentId, false))
  for (const documentId of inTheWay) await handleOne(documentId, true)
  return failed
}

/** Forgets what is set aside of documents that are done: only the answer to it was lost. */
export async function forgetDone(
  { db }: Context,
  duty: Duty,
  ids: readonly string[],
): Promise<void> {
  const known = await setAsideOf(db, duty, ids)
  for (const { id } of known.values()) await removeSetAside(db, id)
}

/** A database that fails altogether fails here as well: the log has it, and the next run tries. */
async function keep(ctx: Context, one: SetAside): Promise<void> {
  try {
    await putSetAside(ctx.db, one)
  } catch (error) {
    ctx.log.error('set-aside-not-stored', { id: one.id, reason: describeError(error) })
  }
}
