import { buyingOf, importedMembers } from '@core/data/imports/imports'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import type { MemberDocument } from '@core/data/members/documents'
import { toMember } from '@core/data/members/members'
import { factsFromPurchases, type PurchaseRecord } from '@core/domain/imports/facts'
import type { MemberEffect } from '@core/domain/lifecycle/apply-event'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { updateLifecycle } from '@core/domain/lifecycle/update-lifecycle'
import { withFacts } from '@core/domain/members/member'
import { type Instant, startOf } from '@core/kernel/calendar'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import { ok, type Result } from '@core/kernel/result'
import { recordReview } from '@core/operations/lifecycle/record-event'
import type { ImportReview, ReviewImportInput } from '../../contract/imports'
import type { Context } from '../context'

/** Customers per call, at most: a second of work, far below the function's time limit. */
const PAGE_MEMBERS = 100
/** Customers per transaction: two writes each, within the recommended limit of 20. */
const TRANSACTION_MEMBERS = 8
/** Transactions at the same time; they touch different customers. */
const PARALLEL = 2

/** A customer whose document must change, and their purchases. */
type Due = { id: string; buying: PurchaseRecord }

/** As of which moment, and by which settings, customers are reviewed. */
type ReviewBasis = { at: Instant; settings: LifecycleSettings }

/**
 * Reviews a page of imported customers as of a day: computes their facts from the stored purchases,
 * then stage, recency and the day of the next review, each with a history entry. Unchanged
 * customers are not written.
 */
export async function reviewImport(
  ctx: Context,
  { source, asOf, after = '' }: ReviewImportInput,
): Promise<Result<ImportReview, never>> {
  const size = ctx.db.rowsThatHold('members', {}, PAGE_MEMBERS)
  const [settings, page] = await Promise.all([
    lifecycleSettings(ctx, source),
    importedMembers(ctx.db, { source, after, size }),
  ])
  const bought = await buyingOf(
    ctx.db,
    page.map(({ _id }) => _id),
  )
  const basis = { at: startOf(asOf), settings }
  const due = page.flatMap((document) => {
    const buying = bought.get(document._id)
    return buying && isChanged(document, buying, basis) ? [{ id: document._id, buying }] : []
  })
  const shares = chunks(due, TRANSACTION_MEMBERS)
  await mapWithConcurrency(shares, PARALLEL, (share) => save(ctx, share, basis))
  const next = page.length < size ? null : (page.at(-1)?._id ?? null)
  return ok({ reviewed: page.length, changed: due.length, next })
}

/** What the purchases make of a customer's facts. */
const learned =
  (buying: PurchaseRecord): MemberEffect =>
  (member) =>
    withFacts(member, (facts) => factsFromPurchases(facts, buying))

/** Whether a review would change the customer; both sides come from the same literals. */
function isChanged(
  document: MemberDocument,
  buying: PurchaseRecord,
  { at, settings }: ReviewBasis,
) {
  const before = toMember(document)
  const { member } = updateLifecycle(learned(buying)(before), at, settings)
  return canonical(before) !== canonical(member)
}

/** JSON with sorted keys: the database may return them in another order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** Reads the customers again in the transaction, since they may be shopping at this moment. */
const save = (ctx: Context, due: readonly Due[], standpoint: ReviewBasis): Promise<void> =>
  ctx.db.transact(async (transaction) => {
    for (const { id, buying } of due) {
      const before = await transaction.get('members', id)
      if (!before) continue
      await recordReview(transaction, {
        member: before,
        ...standpoint,
        effect: learned(buying),
        entry: { _id: `import:${id}:${before.version + 1}`, kind: 'import' },
      })
    }
  })

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  )
