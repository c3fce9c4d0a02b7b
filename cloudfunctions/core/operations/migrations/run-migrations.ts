import type { MigrationReport } from '@core/contract/migrations'
import type { CollectionName } from '@core/data/documents'
import type { MigrationState } from '@core/data/migrations/documents'
import { nextStored, takeMigration } from '@core/data/migrations/migrations'
import { schemaVersionOf, storedVersionOf, type Upcasts } from '@core/data/schemas'
import { type Instant, MINUTE_MS } from '@core/kernel/calendar'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import type { Context } from '@core/operations/context'

/** Documents read in one query. */
const PAGE = 100
/** Documents written at the same time. */
const PARALLEL = 8
/** How long a run may work; a function that also does something else has 60 s in all. */
const RUN_MS = 10_000
/** How long a run that crashed keeps others out. */
const LEASE_MS = 2 * MINUTE_MS

/** When to stop, by a clock that moves during the run. */
type Limits = { clock: () => Instant; runMs?: number }

/**
 * Lifts what earlier releases stored to the present schema version, so that queries find it by its
 * present fields; reads alone would do without. A run stops at its time limit and the next goes on
 * from the cursor. A document is written only if it has not changed since it was read: a newer
 * write is of the present version anyway. So runs may be repeated, interrupted, or overlap.
 */
export async function runMigrations(
  ctx: Context,
  upcasts: Upcasts,
  { clock, runMs = RUN_MS }: Limits,
): Promise<MigrationReport[]> {
  // The timer may be the first to need the collection in an environment that is older than it.
  await ctx.db.createCollection('migrations')
  const end = clock() + runMs
  const migrations = (Object.keys(upcasts) as CollectionName[]).map((collection) => ({
    name: `${collection}:${schemaVersionOf(upcasts, collection)}`,
    collection,
    upcasts,
  }))
  const before = await reportsOf(ctx, migrations)
  if (before.every(({ isDone }) => isDone)) return before
  for (const migration of migrations) await migrate(ctx, migration, { clock, end })
  return reportsOf(ctx, migrations)
}

type Migration = { name: string; collection: CollectionName; upcasts: Upcasts }

async function reportsOf(
  ctx: Context,
  migrations: readonly Migration[],
): Promise<MigrationReport[]> {
  const names = migrations.map(({ name }) => name)
  const states = await ctx.db.getMany('migrations', names)
  return names.map((name) => {
    const state = states.find(({ _id }) => _id === name)
    const { isDone = false, read = 0, written = 0 } = state ?? {}
    return { name, isDone, read, written }
  })
}

type Until = { clock: () => Instant; end: Instant }

async function migrate(ctx: Context, migration: Migration, { clock, end }: Until): Promise<void> {
  if (clock() >= end) return
  const lease = () => ({ now: clock(), until: clock() + LEASE_MS })
  const state = await takeMigration(ctx.db, migration.name, lease())
  if (!state) return
  while (!state.isDone && clock() < end) {
    await migratePage(ctx, migration, state)
    await ctx.db.put('migrations', { ...state, leaseUntil: lease().until })
  }
  await ctx.db.put('migrations', { ...state, leaseUntil: 0 })
}

async function migratePage(
  ctx: Context,
  { collection, upcasts }: Migration,
  state: MigrationState,
): Promise<void> {
  const page = await nextStored(ctx.db, collection, { cursor: state.cursor, limit: PAGE })
  const version = schemaVersionOf(upcasts, collection)
  const outdated = page.filter((document) => storedVersionOf(document) < version)
  await mapWithConcurrency(outdated, PARALLEL, async (document) => {
    if (await ctx.db.rewrite(collection, document)) state.written += 1
  })
  state.read += page.length
  state.cursor = page.at(-1)?._id ?? state.cursor
  state.isDone = page.length < PAGE
}
