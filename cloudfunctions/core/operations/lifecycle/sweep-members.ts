import type { Conditions } from '@core/data/conditions'
import { command, outside } from '@core/data/database'
import type { DocumentOf } from '@core/data/documents'
import { gapDaysOf, LIFECYCLE_PATHS } from '@core/data/lifecycle/member-section'
import { lifecycleSettings, purchaseIntervalId } from '@core/data/lifecycle/settings'
import type { MemberDocument } from '@core/data/members/documents'
import { MEMBER_PATHS } from '@core/data/members/member-section'
import { after } from '@core/data/pages'
import { forgetSetAside } from '@core/data/set-aside/set-aside'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { type Day, type Instant, MINUTE_MS } from '@core/kernel/calendar'
import { median } from '@core/kernel/median'
import type { Context } from '@core/operations/context'
import { isolate } from '@core/operations/isolate'
import { recordReview } from './record-event'

/** Members read in one query. */
const PAGE = 100
/** What is read of them; the review itself reads the member in its transaction. */
const DUE_FIELDS = ['reviewOn', 'source']
/** How long one run may work; the function's time limit is 60 s. */
const RUN_MS = 40_000
/** How long a run that crashed keeps others out. */
const LEASE_MS = 2 * MINUTE_MS
/** Members sampled for the shop's median purchase interval: unbiased, since ids are random. */
const RHYTHM_SAMPLE = 1_000

/** Later than any moment that an entry waits for. */
const END_OF_TIME = Number.MAX_SAFE_INTEGER

type Run = DocumentOf<'sweepRuns'>

/** What a night came to. */
export type MemberSweep = Pick<Run, 'state' | 'reviewed' | 'changed' | 'failed'>

/**
 * Reviews every member whose day has come. The night's run is one document: who opens it works,
 * who finds it leased goes, who finds it unfinished goes on from its cursor. Reviewing the same
 * member again the same day finds nothing to do, so a second sweep changes nothing.
 */
export async function sweepMembers(
  ctx: Context,
  clock: () => Instant,
): Promise<MemberSweep | null> {
  const run = await openRun(ctx)
  if (!run) return null
  const settings = await learnShopRhythm(ctx)
  const end = clock() + RUN_MS
  let more = true
  while (more && clock() < end) more = await reviewPage(ctx, run, settings)
  const isDone = !more && !(await isAnybodyDue(ctx))
  // Who failed is due still: the next run, minutes later, begins with the longest overdue again.
  if (!more && !isDone) run.cursor = null
  run.state = isDone ? 'done' : 'running'
  run.finishedAt = isDone ? ctx.now : null
  run.leaseUntil = 0
  await ctx.db.put('sweepRuns', run)
  // A review may have been written although its answer was lost: nobody is due, so all is done.
  if (isDone && run.failed > 0) await forgetSetAside(ctx.db, END_OF_TIME, { in: ['reviewMember'] })
  const { state, reviewed, changed, failed } = run
  return { state, reviewed, changed, failed }
}

/** Whether nothing is left to do tonight; the one read of a run that finds it so. */
export async function isNightOver({ db, today }: Context): Promise<boolean> {
  const run = await db.meter.alone(() => db.get('sweepRuns', today))
  return run?.isNightOver === true
}

/** Ends the night's work, if the members are all reviewed. */
export async function endNight({ db, today }: Context): Promise<void> {
  await db.update('sweepRuns', { _id: today, state: 'done' }, { isNightOver: true })
}

/** Opens tonight's run, or takes over one without a worker; `null` when it is done. */
async function openRun(ctx: Context): Promise<Run | null> {
  const fresh: Run = {
    _id: ctx.today,
    state: 'running',
    startedAt: ctx.now,
    leaseUntil: ctx.now + LEASE_MS,
    cursor: null,
    reviewed: 0,
    changed: 0,
    failed: 0,
    finishedAt: null,
  }
  if (await ctx.db.addOnce('sweepRuns', fresh)) return fresh
  const leaseUntil = ctx.now + LEASE_MS
  const taken = await ctx.db.update(
    'sweepRuns',
    { _id: ctx.today, state: 'running', leaseUntil: outside(ctx.now, leaseUntil) },
    { leaseUntil },
  )
  return taken > 0 ? ctx.db.get('sweepRuns', ctx.today) : null
}

/** The median of the members' own median gaps, kept for every review until the next night. */
async function learnShopRhythm(ctx: Context): Promise<LifecycleSettings> {
  const sample = await ctx.db.find('members', {
    where: { [MEMBER_PATHS.channel]: 'wechat', [LIFECYCLE_PATHS.gapDays]: command.gt(0) },
    limit: RHYTHM_SAMPLE,
    fields: [LIFECYCLE_PATHS.gapDays],
  })
  const gapDays = median(sample.flatMap((member) => gapDaysOf(member) ?? []))
  await ctx.db.put('settings', {
    _id: purchaseIntervalId(),
    gapDays,
    members: sample.length,
    learnedOn: ctx.today,
  })
  return { program: ctx.program, shopGapDays: gapDays, reviewOn: ctx.reviewOn }
}

/** Reviews the next page of members due; `false` when there is none. */
async function reviewPage(ctx: Context, run: Run, settings: LifecycleSettings): Promise<boolean> {
  const due = await ctx.db.find('members', {
    where: dueAfter(ctx.today, run.cursor),
    orderBy: [
      ['reviewOn', 'asc'],
      ['_id', 'asc'],
    ],
    limit: PAGE,
    fields: DUE_FIELDS,
  })
  const sources = await settingsBySource(ctx, due)
  const sourceOf = new Map(due.map(({ _id, source }) => [_id, source ?? '']))
  const reviewing = { duty: 'reviewMember', collection: 'members' } as const
  run.failed += await isolate(ctx, { ...reviewing, ids: [...sourceOf.keys()] }, async (id) => {
    const own = sources.get(sourceOf.get(id) ?? '') ?? settings
    const changed = await reviewMember(ctx, id, own)
    run.reviewed += 1
    if (changed) run.changed += 1
  })
  const last = due.at(-1)
  if (last?.reviewOn) run.cursor = { reviewOn: last.reviewOn, id: last._id }
  await ctx.db.put('sweepRuns', { ...run, leaseUntil: ctx.now + LEASE_MS })
  return due.length === PAGE
}

/** Whether the day of a member has come who was not reviewed. */
const isAnybodyDue = async ({ db, today }: Context): Promise<boolean> =>
  (await db.find('members', { where: dueAfter(today, null), limit: 1, fields: ['reviewOn'] }))
    .length > 0

/** Members due for review, from the run's cursor on: one that failed waits for the next run. */
function dueAfter(today: Day, cursor: Run['cursor']): Conditions {
  const due = { reviewOn: command.lte(today) }
  if (!cursor) return due
  const rest = after('reviewOn', { at: cursor.reviewOn, id: cursor.id }, 'asc')
  return command.and([due, rest] as never) as unknown as Conditions
}

/** The settings per source of the members: an imported shop has its own purchase interval. */
async function settingsBySource(
  ctx: Context,
  members: readonly MemberDocument[],
): Promise<Map<string, LifecycleSettings>> {
  const sources = new Set(members.flatMap((member) => member.source ?? []))
  const known = [...sources].map(
    async (source) => [source, await lifecycleSettings(ctx, source)] as const,
  )
  return new Map(await Promise.all(known))
}

/** Reviews one member in a transaction; `false` when their day has been moved meanwhile. */
export const reviewMember = (
  ctx: Context,
  id: string,
  settings: LifecycleSettings,
): Promise<boolean> =>
  ctx.db.transact(async (transaction) => {
    const before = await transaction.get('members', id)
    if (!before?.reviewOn || before.reviewOn > ctx.today) return false
    await recordReview(transaction, {
      member: before,
      at: ctx.now,
      entry: { _id: `review:${id}:${ctx.today}`, kind: 'review' },
      settings,
    })
    return true
  })
