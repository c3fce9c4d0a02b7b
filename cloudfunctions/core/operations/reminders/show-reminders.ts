import type { Page } from '@core/contract/primitives'
import type {
  ReminderListInput,
  ReminderView,
  WaitingInput,
  WaitingView,
} from '@core/contract/reminders'
import {
  countWaitingCustomers,
  markRemindersRead,
  type ReminderDocument,
  remindersOf,
} from '@core/data/reminders/reminders'
import { LAUNCH_LEAD_MS } from '@core/domain/reminders/reminder'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { callerId } from '@core/operations/members/find-caller'

/** The caller's reminders, those that wait and those that were told. */
export async function listReminders(
  ctx: Context,
  { cursor }: ReminderListInput,
): Promise<Result<Page<ReminderView>, never>> {
  const memberId = await callerId(ctx)
  if (memberId === null) return ok({ items: [], next: null })
  const { items, next } = await remindersOf(ctx.db, memberId, cursor)
  return ok({ items: items.map(reminderView), next })
}

const reminderView = (reminder: ReminderDocument): ReminderView => ({
  productId: reminder.productId,
  skuId: reminder.skuId,
  title: reminder.title,
  spec: reminder.spec,
  picture: reminder.picture,
  state: reminder.state,
  at: reminder.at,
  toldAt: reminder.toldAt,
  isUnread: reminder.isUnread,
  opensAt: reminder.dueAt === null ? null : reminder.dueAt + LAUNCH_LEAD_MS,
})

/** The caller has looked at what they were told. */
export async function readReminders(ctx: Context): Promise<Result<{ read: number }, never>> {
  const memberId = await callerId(ctx)
  return ok({ read: memberId === null ? 0 : await markRemindersRead(ctx.db, memberId) })
}

/** How many customers wait for the stock, or the launch, of products. */
export const countCustomersWaiting = async (
  ctx: Context,
  { productIds }: WaitingInput,
): Promise<Result<WaitingView, never>> => ok(await countWaitingCustomers(ctx.db, productIds))
