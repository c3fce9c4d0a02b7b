import { command, type Database } from '@core/data/database'
import { fromStored, toStored } from '@core/data/documents'
import { isMissingCollection } from '@core/data/failures'
import { type DocumentPage, findPage, mapPage } from '@core/data/pages'
import type { Duty, SetAside } from '@core/domain/set-aside/set-aside'
import type { Instant } from '@core/kernel/calendar'

/** The id of the entry of a document: one for each duty that fails at it. */
export const setAsideId = (duty: Duty, documentId: string): string => `${duty}:${documentId}`

/** What is set aside of these documents for a duty, by document. */
export async function setAsideOf(
  db: Database,
  duty: Duty,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, SetAside>> {
  const ids = documentIds.map((id) => setAsideId(duty, id))
  const found = await db.getMany('setAside', ids).catch((error: unknown) => {
    // An environment that is older than the collection has nothing set aside.
    if (isMissingCollection(error)) return []
    throw error
  })
  return new Map(found.map((one) => [one.documentId, fromStored<SetAside>(one)]))
}

/** Stores, or renews, what is set aside. */
export async function putSetAside(db: Database, one: SetAside): Promise<void> {
  try {
    await db.put('setAside', toStored(one))
  } catch (error) {
    if (!isMissingCollection(error)) throw error
    await db.createCollection('setAside')
    await db.put('setAside', toStored(one))
  }
}

/** Forgets what was set aside, because it is done. */
export const removeSetAside = (db: Database, id: string): Promise<void> => db.remove('setAside', id)

/** Makes an entry due again; `false` when there is none. */
export const makeDue = async (db: Database, _id: string, now: Instant): Promise<boolean> =>
  (await db.update('setAside', { _id }, { nextAt: now })) > 0

/** A page of what is set aside, the oldest first. */
export const findSetAside = async (
  db: Database,
  cursor: string | undefined,
): Promise<DocumentPage<SetAside>> =>
  mapPage(
    await findPage(db, 'setAside', {
      where: { since: command.gte(0) },
      sortBy: ['since', 'asc'],
      cursor,
    }),
    fromStored<SetAside>,
  )

/**
 * Removes what some duties, or all but these, should have tried again by then: they do not find it
 * any more. It looks first, because a removal wakes the timers.
 */
export async function forgetSetAside(
  db: Database,
  by: Instant,
  duties: { in: readonly Duty[] } | { not: readonly Duty[] },
): Promise<void> {
  const duty = 'in' in duties ? command.in([...duties.in]) : command.nin([...duties.not])
  try {
    const solved = { nextAt: command.lt(by), duty }
    const [one] = await db.find('setAside', { where: solved, limit: 1, fields: ['duty'] })
    if (one) await db.removeAll('setAside', solved)
  } catch (error) {
    if (!isMissingCollection(error)) throw error
  }
}
