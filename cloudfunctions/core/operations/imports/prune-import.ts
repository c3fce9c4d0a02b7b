import type { PrunedImport, PruneImportInput } from '@core/contract/imports'
import { importedMembers, membersWithMore } from '@core/data/imports/imports'
import type { MemberDocument } from '@core/data/members/documents'
import { consentOf, isMember, profileOf } from '@core/data/members/member-section'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '../context'

/** Customers per call. */
const PAGE_MEMBERS = 100
/** Customers removed at the same time. */
const PARALLEL = 4

/**
 * Removes customers of a source of whom no order and no cancellation is left, with their history.
 * Whoever has become a member or has anything else in the shop stays.
 */
export async function pruneImport(
  { db }: Context,
  { source, after = '' }: PruneImportInput,
): Promise<Result<PrunedImport, never>> {
  const size = db.rowsThatHold('members', {}, PAGE_MEMBERS)
  const page = await importedMembers(db, { source, after, size })
  const strangers = page.filter(isStranger).map(({ _id }) => _id)
  const known = await membersWithMore(db, strangers)
  const gone = strangers.filter((id) => !known.has(id))
  await mapWithConcurrency(gone, PARALLEL, async (id) => {
    // History first: a customer without one is found again, history without a customer is not.
    await db.removeAll('events', { memberId: id })
    await db.remove('members', id)
  })
  const next = page.length < size ? null : (page.at(-1)?._id ?? null)
  return ok({ removed: gone.length, next })
}

const isStranger = (member: MemberDocument): boolean =>
  profileOf(member).channel === 'import' && !isMember(member) && consentOf(member) === null
