import { staffRoleOf } from '@core/data/staff/staff'
import { AWAITING_SHOP } from '@core/domain/after-sales/after-sale'
import { mayCall, type StaffRole } from '@core/domain/staff/roles'
import { ok, type Result } from '@core/kernel/result'
import { WAITING_KINDS, type WaitingKind, type WorkbenchView } from '../../contract/workbench'
import type { CollectionName } from '../../data/collections'
import type { Conditions } from '../../data/conditions'
import { command } from '../../data/database'
import type { Program } from '../../domain/program'
import type { Context } from '../context'

type Counter = { collection: CollectionName; where: (program: Program) => Conditions }

/** What waits, and the condition that an index counts it by. */
const COUNTERS: Record<WaitingKind, Counter> = {
  orders: {
    collection: 'orders',
    where: () => ({ state: command.in(['paid', 'partlyShipped']) }),
  },
  afterSales: {
    collection: 'afterSales',
    where: () => ({ state: command.in([...AWAITING_SHOP]) }),
  },
  tickets: { collection: 'tickets', where: () => ({ state: 'open' }) },
  reviews: { collection: 'reviews', where: () => ({ state: 'waiting' }) },
  questions: { collection: 'questions', where: () => ({ state: 'waiting' }) },
  stock: {
    collection: 'skus',
    where: ({ lowStockPieces }) => ({ isOnSale: true, available: command.lte(lowStockPieces) }),
  },
  outbox: { collection: 'outbox', where: () => ({ state: 'failed' }) },
  reconciliation: {
    collection: 'reconciliations',
    where: () => ({ state: command.in(['different', 'failed']) }),
  },
}

/** What the staff's first page shows: the counts of what the caller's role may work on. */
export async function showWorkbench(ctx: Context): Promise<Result<WorkbenchView, never>> {
  const role = await roleOf(ctx)
  const kinds = WAITING_KINDS.filter((kind) => mayCall(role, `${kind}.list`))
  const counts = await Promise.all(
    kinds.map((kind) => {
      const { collection, where } = COUNTERS[kind]
      return ctx.db.count(collection, where(ctx.program))
    }),
  )
  const waiting = Object.fromEntries(kinds.map((kind, at) => [kind, counts[at] ?? 0]))
  return ok({ role, waiting })
}

/** Admission has let the caller in, so there is a role. */
async function roleOf(ctx: Context): Promise<StaffRole> {
  const role = await staffRoleOf(ctx.db, ctx.openid ?? '', ctx.owners)
  if (role === null) throw new Error('somebody without a role was let in')
  return role
}
