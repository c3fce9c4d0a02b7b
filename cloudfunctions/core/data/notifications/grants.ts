import { command, type Database } from '@core/data/database'
import type { Transaction } from '@core/data/transaction'
import { type MessageGrants, noGrants } from '@core/domain/notifications/grants'
import type { NotificationKind } from '@core/domain/notifications/notification'

/** What a member allows to be told, as stored. */
export type MessageGrantsDocument = Omit<MessageGrants, 'memberId'> & { _id: string }

/** A member's grants inside a transaction. */
export async function grantsIn(transaction: Transaction, memberId: string): Promise<MessageGrants> {
  const document = await transaction.get('messageGrants', memberId)
  if (!document) return noGrants(memberId)
  const { _id, ...rest } = document
  return { memberId: _id, ...rest }
}

/** Stores a member's grants. */
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

/** Gives back a grant that was taken for a message which did not go out. */
export const returnGrant = (
  db: Database,
  memberId: string,
  kind: NotificationKind,
): Promise<number> =>
  db.update('messageGrants', { _id: memberId }, { [`counts.${kind}`]: command.inc(1) })
