import { identityOfMember } from '@core/data/members/identities'
import { notificationMessage } from '@core/data/notifications/outbox'
import { enqueue } from '@core/data/outbox/outbox'
import { type ReminderDocument, removeWaiting } from '@core/data/reminders/reminders'
import { blockAt } from '@core/domain/members/block'
import type { Notification } from '@core/domain/notifications/notification'
import { told } from '@core/domain/reminders/reminder'
import type { Context } from '@core/operations/context'

/** The page that a reminder leads to. */
export const productPage = (productId: string): string =>
  `pages/catalog/detail/index?id=${encodeURIComponent(productId)}`

/** What a message says and until when it is of use; the rest is the reminder's. */
export type Saying = (reminder: ReminderDocument) => SaidOf<Notification>
type SaidOf<N> = N extends unknown ? Omit<N, 'memberId' | 'cause' | 'page'> : never

/**
 * Tells a customer what they wait for, once: the reminder ends in the transaction that posts the
 * message. Who is blocked could not order, and who has closed their account is not there: theirs
 * ends without a message. `true` when they were told by this call.
 */
export async function tellMember(
  ctx: Context,
  reminder: Pick<ReminderDocument, '_id' | 'memberId'>,
  saying: Saying,
): Promise<boolean> {
  const { _id, memberId } = reminder
  const identity = await identityOfMember(ctx.db, memberId)
  if (!identity || blockAt(identity.block, ctx.now)) {
    await removeWaiting(ctx.db, _id)
    return false
  }
  return ctx.db.transact(async (transaction) => {
    const stored = await transaction.get('reminders', _id)
    if (stored?.state !== 'waiting') return false
    const cause = `${_id}:${stored.at}`
    const page = productPage(stored.productId)
    const notification = { ...saying(stored), memberId, cause, page }
    await transaction.put('reminders', told(stored, ctx.now))
    await enqueue(transaction, notificationMessage(notification), ctx.now)
    return true
  })
}
