import type { WorkbenchView } from '@core/contract/workbench'
import { staffRoleOf } from '@core/data/staff/staff'
import type { StaffRole } from '@core/domain/staff/roles'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import type { App } from '@core/operations/join-areas'

/** What the staff's first page shows: the counts of what the caller's role may work on. */
export async function showWorkbench(
  ctx: Context,
  app: Pick<App, 'admin' | 'waiting' | 'mayCall'>,
): Promise<Result<WorkbenchView, never>> {
  const [role] = await Promise.all([roleOf(ctx), ctx.ready()])
  const counters = [...app.waiting].filter(([, { operation }]) => app.mayCall(role, operation))
  const counts = await Promise.all(
    counters.map(async ([, { also = [], ...counted }]) => {
      const parts = [counted, ...also]
      const sums = await Promise.all(
        parts.map(({ collection, where }) => ctx.db.count(collection, where(ctx))),
      )
      return sums.reduce((all, one) => all + one, 0)
    }),
  )
  const waiting = Object.fromEntries(counters.map(([name], at) => [name, counts[at] ?? 0]))
  const operations = [...app.admin.keys()].filter((operation) => app.mayCall(role, operation))
  return ok({ role, operations, waiting })
}

/** The authorizer has let the caller in, so there is a role. */
async function roleOf(ctx: Context): Promise<StaffRole> {
  const role = await staffRoleOf(ctx.db, ctx.openid ?? '', ctx.owners)
  if (role === null) throw new Error('a caller without a role passed the authorizer')
  return role
}
