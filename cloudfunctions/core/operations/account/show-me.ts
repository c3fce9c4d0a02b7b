import type { MeView, OrderCounts } from '@core/contract/account'
import { countUsable } from '@core/data/coupons/wallet'
import { command } from '@core/data/database'
import type { MemberDocument } from '@core/data/members/documents'
import { countUnreadReminders } from '@core/data/reminders/reminders'
import { countUnread } from '@core/data/service/tickets'
import { staffRoleOf } from '@core/data/staff/staff'
import { OPEN_AFTER_SALE_STATES } from '@core/domain/after-sales/after-sale'
import { ORDER_GROUPS } from '@core/domain/orders/order-groups'
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
  const [orders, coupons, unread, remindersUnread, staffRole] = await Promise.all([
    countOrders(ctx, member._id),
    countUsable(ctx.db, member._id, ctx.now),
    countUnread(ctx.db, member._id),
    countUnreadReminders(ctx.db, member._id),
    callerRole(ctx),
  ])
  return meView(ctx, member, { orders, coupons, unread, remindersUnread, staffRole })
}

/** The counts beside each other; every one is what its list shows. */
async function countOrders({ db }: Context, memberId: string): Promise<OrderCounts> {
  const inGroup = (group: keyof typeof ORDER_GROUPS) =>
    db.count('orders', { memberId, state: command.in([...ORDER_GROUPS[group]]) })
  const [awaitingPayment, paid, shipped, toReview, afterSales] = await Promise.all([
    inGroup('awaitingPayment'),
    inGroup('paid'),
    inGroup('shipped'),
    db.count('orders', { memberId, isReviewDue: true }),
    db.count('afterSales', { memberId, state: command.in([...OPEN_AFTER_SALE_STATES]) }),
  ])
  return { awaitingPayment, paid, shipped, toReview, afterSales }
}

const callerRole = (ctx: Context) =>
  ctx.openid === null ? Promise.resolve(null) : staffRoleOf(ctx.db, ctx.openid, ctx.owners)
