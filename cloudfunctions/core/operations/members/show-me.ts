import type { MeView } from '../../contract/members'
import type { MemberDocument } from '../../data/documents'
import { staffRoleOf } from '../../data/staff'
import type { OrderState } from '../../domain/order'
import { ok, type Result } from '../../domain/result'
import type { Context } from '../context'
import { callerDocument } from './customer'
import { meView, strangerView } from './views'

/** The caller's own page. Looking at it makes nobody known. */
export async function showMe(ctx: Context): Promise<Result<MeView, never>> {
  const member = await callerDocument(ctx)
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
