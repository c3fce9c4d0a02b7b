import { command, type Database } from '@core/data/database'
import type { Transaction } from '@core/data/transaction'
import { type MessageGrants, noGrants } from '@core/domain/notifications/grants'
import type { NotificationKind } from '@core/domain/notifications/notification'

/** How many notifications of each kind a member allows, as stored. */
export type MessageGrantsDocument = Omit<MessageGrants, 'memberId'> & { _id: string }

/** A member's grants, read in a transaction. */
export async function grantsIn(transaction: Transaction, memberId: string): Promise<MessageGrants> {
  const document = await transaction.get('messageGrants', memberId)
  if (!document) return noGrants(memberId)
  const { _id, ...rest } = document
  return { memberId: _id, ...rest }
}

/** Replaces what a member allows to be sent, inside the transaction that counted it. */
export const putGrants = (
  transaction: Transaction,
  { memberId, ...rest }: MessageGrants,
): Promise<void> => transaction.put('messageGrants', { _id: memberId, ...rest })

/** Uses up one grant; `false` when there is none. */
export const takeGrant = async (
  db: Database,
  memberId: string,
  kind: NotificationKind,
): Promise<boolean> =>
  (await db.update(
    'messageGrants',
    { _id: memberId, [`counts.${kind}`]: command.gte(1) },
    { [`counts.${kind}`]: command.inc(-1) },
  )) > 0

/** Returns a grant that was taken for a notification that was not sent. */
export const returnGrant = (
  db: Database,
  memberId: string,
  kind: NotificationKind,
): Promise<number> =>
  db.update('messageGrants', { _id: memberId }, { [`counts.${kind}`]: command.inc(1) })
