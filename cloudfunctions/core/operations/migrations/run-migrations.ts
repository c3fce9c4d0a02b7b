import type { MigrationReport } from '@core/contract/migrations'
import type { MigrationState } from '@core/data/migrations/documents'
import { nextStored, takeMigration } from '@core/data/migrations/migrations'
import { type Instant, MINUTE_MS } from '@core/kernel/calendar'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import type { Context } from '@core/operations/context'
import { liftingMigrations, type Migration, type Rewrites, sealingMigrations } from './rewrites'

/** Documents read in one query, at most. */
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
 * present fields; reads alone would do without. Then come the areas' own walks and, during a
 * rotation of keys, what former keys sealed is sealed anew. A run stops at its time limit and the
 * next goes on from the cursor. A document is written only if it has not changed since it was read:
 * a newer write is of the present version, and under the present keys, anyway. So runs may be
 * repeated, interrupted, or overlap.
 */
export async function runMigrations(
  ctx: Context,
  { upcasts, sealed, migrations }: Rewrites,
  { clock, runMs = RUN_MS }: Limits,
): Promise<MigrationReport[]> {
  // The timer may be the first to need the collection in an environment that is older than it.
  await ctx.db.createCollection('migrations')
  const until = { clock, end: clock() + runMs }
  const lifting = liftingMigrations(upcasts)
  const later = [...(await migrations(ctx)), ...sealingMigrations(ctx, sealed)]
  const all = [...lifting, ...later]
  const before = await reportsOf(ctx, all)
  if (before.every(({ isDone }) => isDone)) return before
  for (const migration of lifting) await migrate(ctx, migration, until)
  // Fields are looked for where the present version keeps them.
  const isLifted = (await reportsOf(ctx, lifting)).every(({ isDone }) => isDone)
  for (const migration of isLifted ? later : []) await migrate(ctx, migration, until)
  return reportsOf(ctx, all)
}

async function reportsOf(
  ctx: Context,
  migrations: readonly Migration[],
): Promise<MigrationReport[]> {
  const names = migrations.map(({ name }) => name)
  const states = await ctx.db.getMany('migrations', names)
  return migrations.map(({ name, keys }) => {
    const state = states.find((one) => one._id === name && one.keys === keys)
    const { isDone = false, read = 0, written = 0, unreadable } = state ?? {}
    return { name, isDone, read, written, ...(unreadable === undefined ? {} : { unreadable }) }
  })
}

type Until = { clock: () => Instant; end: Instant }

async function migrate(ctx: Context, migration: Migration, { clock, end }: Until): Promise<void> {
  if (clock() >= end) return
  const lease = () => ({ now: clock(), until: clock() + LEASE_MS })
  const { name: _id, keys } = migration
  const taken = keys === undefined ? { _id } : { _id, keys }
  const state = await takeMigration(ctx.db, taken, lease())
  if (!state) return
  while (!state.isDone && clock() < end) {
    await migratePage(ctx, migration, state)
    await ctx.db.put('migrations', { ...state, leaseUntil: lease().until })
  }
  await ctx.db.put('migrations', { ...state, leaseUntil: 0 })
}

async function migratePage(
  ctx: Context,
  { collection, fields, rewrite }: Migration,
  state: MigrationState,
): Promise<void> {
  const { cursor } = state
  const reading = fields ? { fields } : {}
  const limit = ctx.db.rowsThatHold(collection, reading, PAGE)
  const page = await nextStored(ctx.db, collection, { cursor, limit, ...reading })
  await mapWithConcurrency(page, PARALLEL, async (document) => {
    const { isWritten, unreadable } = await rewrite(ctx, document)
    if (isWritten) state.written += 1
    if (state.unreadable !== undefined) state.unreadable += unreadable ?? 0
  })
  state.read += page.length
  state.cursor = page.at(-1)?._id ?? state.cursor
  state.isDone = page.length < limit
}
