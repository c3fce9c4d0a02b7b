import type { MeView } from '@core/contract/account'
import type { MemberDocument } from '@core/data/members/documents'
import { staffRoleOf } from '@core/data/staff/staff'
import type { OrderState } from '@core/domain/orders/order'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { findCaller } from '@core/operations/members/find-caller'
import { meView, strangerView } from './views'

/** The caller's own page. Viewing it does not create a customer. */
export async function showMe(ctx: Context): Promise<Result<MeView, never>> {
  const member = await findCaller(ctx)
  if (!member) return ok(strangerView(ctx, await callerRole(ctx)))
  return ok(await pageOfMember(ctx, member))
}

/** The caller's page around a member document that has just been read or written. */
export async function pageOfMember(ctx: Context, member: MemberDocument): Promise<MeView> {
  const count = (state: OrderState) => ctx.db.count('orders', { memberId: member._id, state })
  const [awaitingPayment, paid, shipped, staffRole] = await Promise.all([
    count('awaitingPayment'),
    count('paid'),
    count('shipped'),
    callerRole(ctx),
  ])
  return meView(ctx, member, { orders: { awaitingPayment, paid, shipped }, staffRole })
}

const callerRole = (ctx: Context) =>
  ctx.openid === null ? Promise.resolve(null) : staffRoleOf(ctx.db, ctx.openid, ctx.owners)
