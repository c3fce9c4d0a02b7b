import type { TodayView, WorkbenchView } from '@core/contract/workbench'
import { staffRoleOf } from '@core/data/staff/staff'
import { customersSince, refundsUnderWay, takingsBetween } from '@core/data/workbench/today'
import type { StaffRole } from '@core/domain/staff/roles'
import { DAY_MS, startOf } from '@core/kernel/calendar'
import { ok, type Result } from '@core/kernel/result'
import type { WaitingCounter } from '@core/operations/area'
import type { Context } from '@core/operations/context'
import type { App } from '@core/operations/join-areas'

/** What the staff's first page shows: how the day goes, and what the caller's role may work on. */
export async function showWorkbench(
  ctx: Context,
  app: Pick<App, 'admin' | 'waiting' | 'mayCall'>,
): Promise<Result<WorkbenchView, never>> {
  const [role] = await Promise.all([roleOf(ctx), ctx.ready()])
  const counters = [...app.waiting].filter(([, { operation }]) => app.mayCall(role, operation))
  const [today, ...counts] = await Promise.all([
    role === 'owner' ? todayView(ctx) : null,
    ...counters.map(([, counter]) => countOf(ctx, counter)),
  ])
  const named = (part: 'waiting' | 'due') =>
    counters.map(([name], at) => [name, counts[at]?.[part] ?? 0] as const)
  const operations = [...app.admin.keys()].filter((operation) => app.mayCall(role, operation))
  return ok({
    role,
    operations,
    waiting: Object.fromEntries(named('waiting')),
    due: Object.fromEntries(named('due').filter(([, count]) => count > 0)),
    today,
  })
}

/** How much waits, and how much of it should be done today. */
async function countOf(
  ctx: Context,
  { also = [], due, ...counted }: WaitingCounter,
): Promise<{ waiting: number; due: number }> {
  const parts = [counted, ...also]
  const [urgent, ...sums] = await Promise.all([
    typeof due === 'function' ? ctx.db.count(counted.collection, due(ctx)) : 0,
    ...parts.map((part) =>
      'count' in part ? part.count(ctx) : ctx.db.count(part.collection, part.where(ctx)),
    ),
  ])
  const waiting = sums.reduce((all, one) => all + one, 0)
  return { waiting, due: due === 'all' ? waiting : urgent }
}

/** Yesterday is counted until the present time of the day: a whole day would always be more. */
async function todayView(ctx: Context): Promise<TodayView> {
  const { db, now } = ctx
  const start = startOf(ctx.today)
  const [paid, paidYesterday, customers, underWay] = await Promise.all([
    takingsBetween(db, start, now + 1),
    takingsBetween(db, start - DAY_MS, now + 1 - DAY_MS),
    customersSince(db, start),
    refundsUnderWay(db),
  ])
  return { paid, paidYesterday, customers, refundsUnderWay: underWay }
}

/** The authorizer has let the caller in, so there is a role. */
async function roleOf(ctx: Context): Promise<StaffRole> {
  const role = await staffRoleOf(ctx.db, ctx.openid ?? '', ctx.owners)
  if (role === null) throw new Error('a caller without a role passed the authorizer')
  return role
}
