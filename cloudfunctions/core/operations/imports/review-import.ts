import { buyingOf, importedMembers } from '@core/data/imports/imports'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import type { MemberDocument } from '@core/data/members/documents'
import { saveChange, toMember } from '@core/data/members/members'
import { type Buying, factsFrom } from '@core/domain/imports/facts'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { type MemberChange, updateLifecycle } from '@core/domain/members/member'
import { type Instant, startOf } from '@core/kernel/calendar'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import { ok, type Result } from '@core/kernel/result'
import type { ImportReview, ReviewImportInput } from '../../contract/imports'
import type { Context } from '../context'

/** Customers of one call: a second of work, far from the function's time limit. */
const PAGE_MEMBERS = 100
/** Customers of one transaction: twice as many writes, within what the service likes (≤ 20). */
const TRANSACTION_MEMBERS = 8
/** Transactions at the same time; they touch different customers. */
const PARALLEL = 2

/** A customer who is not as they should be, and what they bought. */
type Due = { id: string; buying: Buying }

/** How the review looks at customers: as of which moment, by which rhythm. */
type Standpoint = { at: Instant; settings: LifecycleSettings }

/**
 * Works out a page of imported customers as of a day: their facts anew from what is stored, then
 * stage, recency and the day of the next review, each with its line of history. Who does not
 * change is not written.
 */
export async function reviewImport(
  ctx: Context,
  { source, asOf, after = '' }: ReviewImportInput,
): Promise<Result<ImportReview, never>> {
  const [settings, page] = await Promise.all([
    lifecycleSettings(ctx.db, ctx.program, source),
    importedMembers(ctx.db, { source, after, size: PAGE_MEMBERS }),
  ])
  const bought = await buyingOf(
    ctx.db,
    page.map(({ _id }) => _id),
  )
  const standpoint = { at: startOf(asOf), settings }
  const due = page.flatMap((document) => {
    const buying = bought.get(document._id)
    return buying && isChanged(document, seen(document, buying, standpoint))
      ? [{ id: document._id, buying }]
      : []
  })
  const shares = chunks(due, TRANSACTION_MEMBERS)
  await mapWithConcurrency(shares, PARALLEL, (share) => save(ctx, share, standpoint))
  const next = page.length < PAGE_MEMBERS ? null : (page.at(-1)?._id ?? null)
  return ok({ reviewed: page.length, changed: due.length, next })
}

function seen(
  document: MemberDocument,
  buying: Buying,
  { at, settings }: Standpoint,
): MemberChange {
  const member = toMember(document)
  return updateLifecycle({ ...member, facts: factsFrom(member.facts, buying) }, at, settings)
}

/** Both come from the same literals, so equal values have equal texts. */
const isChanged = (document: MemberDocument, { member }: MemberChange): boolean =>
  (['facts', 'lifecycle', 'reviewOn'] as const).some(
    (part) => canonical(document[part]) !== canonical(member[part]),
  )

/** JSON with the keys in order: a database may give them back in another. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** Reads the customers again inside the transaction: somebody may be shopping at this moment. */
const save = (ctx: Context, due: readonly Due[], standpoint: Standpoint): Promise<void> =>
  ctx.db.transact(async (transaction) => {
    for (const { id, buying } of due) {
      const before = await transaction.get('members', id)
      if (!before) continue
      const change = seen(before, buying, standpoint)
      const line = { _id: `import:${id}:${before.version + 1}`, kind: 'import' as const }
      await saveChange(transaction, before, { change, happening: { ...line, at: standpoint.at } })
    }
  })

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  )
