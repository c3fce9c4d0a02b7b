import type { CollectionSpec } from '@core/data/collections'
import type { CollectionName } from '@core/data/documents'
import { describeError } from '@core/data/failures'
import type { Upcasts } from '@core/data/schemas'
import type { SealedParts } from '@core/data/sealed'
import type { Specs } from '@core/data/sizes'
import { mayCall, type StaffRole } from '@core/domain/staff/roles'
import type { AnyOperation, AnyStaffOperation, Area, SweepJob, WaitingCounter } from './area'
import type { Context, DeliverMessage } from './context'
import type { Migration } from './migrations/rewrites'
import type { DueSource } from './timers/next-due'

/** Everything that the areas add, joined: what the functions are made of. */
export type App = {
  shop: ReadonlyMap<string, AnyOperation>
  admin: ReadonlyMap<string, AnyStaffOperation>
  collections: readonly CollectionSpec[]
  upcasts: Upcasts
  /** The collections by name: what a read may be. */
  specs: Specs
  sealed: SealedParts
  /** The areas' own walks over stored documents, in the areas' order. */
  migrations(ctx: Context): Promise<Migration[]>
  deliverers: Context['deliverers']
  reviewOn: Context['reviewOn']
  settings: readonly NonNullable<Area['settings']>[]
  waiting: ReadonlyMap<string, WaitingCounter>
  /**
   * Every area's duties of `sweep-orders`, one after another; the counts are summed by name. A duty
   * that throws is logged and counted as `failed`, and the others are done all the same.
   */
  sweep: SweepJob
  /** The documents whose moments the sweep waits for. */
  due: readonly DueSource[]
  /** The collections that a timer may have to work on after a write. */
  waking: ReadonlySet<CollectionName>
  /** Whether a role may call a staff operation. */
  mayCall(role: StaffRole, operation: string): boolean
}

/** Joins areas. Throws when two of them claim the same operation, collection, message or count. */
export function joinAreas(areas: readonly Area[]): App {
  const admin = joined(areas.map((area) => area.admin))
  const collections = areas.flatMap((area) => area.collections ?? [])
  refuseDoubles(collections.map(({ name }) => name))
  const waking = wakingOf(areas)
  const due = areas.flatMap((area) => area.due ?? [])
  const asleep = due.find(({ collection }) => !waking.has(collection))
  if (asleep) throw new Error(`a write to ${asleep.collection} must wake the timers`)
  return {
    shop: joined(areas.map((area) => area.shop)),
    admin,
    collections,
    upcasts: Object.fromEntries(joined(areas.map((area) => area.upcasts))),
    specs: Object.fromEntries(collections.map((spec) => [spec.name, spec])),
    sealed: Object.fromEntries(joined(areas.map((area) => area.sealed))),
    migrations: async (ctx) =>
      (await Promise.all(areas.map(async (area) => (await area.migrations?.(ctx)) ?? []))).flat(),
    deliverers: Object.fromEntries(
      joined(areas.map((area) => area.outbox as Record<string, DeliverMessage> | undefined)),
    ),
    reviewOn: areas.flatMap((area) => area.reviewOn ?? []),
    settings: areas.flatMap((area) => area.settings ?? []),
    waiting: joined(areas.map((area) => area.waiting)),
    sweep: sweepOf(areas),
    due,
    waking,
    mayCall: (role, operation) => mayCall(role, admin.get(operation)?.roles),
  }
}

function wakingOf(areas: readonly Area[]): ReadonlySet<CollectionName> {
  const waking = areas.flatMap(({ sweep, collections = [] }) =>
    collections.filter(({ wakesTimers = false }) => wakesTimers || sweep !== undefined),
  )
  return new Set(waking.map(({ name }) => name))
}

function joined<Row>(
  tables: readonly (Readonly<Record<string, Row>> | undefined)[],
): ReadonlyMap<string, Row> {
  const rows = tables.flatMap((table) => Object.entries(table ?? {}))
  refuseDoubles(rows.map(([name]) => name))
  return new Map(rows)
}

function refuseDoubles(names: readonly string[]): void {
  const double = names.find((name, at) => names.indexOf(name) !== at)
  if (double !== undefined) throw new Error(`two areas declare ${double}`)
}

/** The highest area sweeps first: what it finishes may be due below it in the same run. */
function sweepOf(areas: readonly Area[]): SweepJob {
  const duties = areas
    .map((area) => Object.entries(area.sweep ?? {}))
    .reverse()
    .flat()
  return async (ctx) => {
    const sums: Record<string, number> = {}
    for (const [duty, job] of duties) {
      for (const [name, count] of Object.entries(await attempt(ctx, duty, job))) {
        sums[name] = (sums[name] ?? 0) + count
      }
    }
    return sums
  }
}

async function attempt(ctx: Context, duty: string, job: SweepJob): ReturnType<SweepJob> {
  try {
    return await job(ctx)
  } catch (error) {
    ctx.log.error('sweep-duty-failed', { duty, reason: describeError(error) })
    return { failed: 1 }
  }
}
