import { command, type Database } from '@core/data/database'
import type { DocumentOf } from '@core/data/documents'
import { type DocumentPage, findPage } from '@core/data/pages'
import { LAUNCH_LEAD_MS, reminderId, type Subject } from '@core/domain/reminders/reminder'
import type { Instant } from '@core/kernel/calendar'

/** A reminder as stored. */
export type ReminderDocument = DocumentOf<'reminders'>

const WAITING = { state: 'waiting' } as const

/** A page of a customer's reminders, last set first. */
export const remindersOf = (
  db: Database,
  memberId: string,
  cursor: string | undefined,
): Promise<DocumentPage<ReminderDocument>> =>
  findPage(db, 'reminders', { where: { memberId }, sortBy: ['at', 'desc'], cursor })

/** The subjects of which a customer has set a reminder, of those named. */
export async function subjectsWaitedFor(
  db: Database,
  memberId: string,
  subjects: readonly Subject[],
): Promise<Subject[]> {
  const ids = subjects.map((subject) => reminderId(memberId, subject))
  const fields = ['productId', 'skuId', 'state']
  const found = await db.getMany('reminders', ids, { fields })
  return found.filter(({ state }) => state === 'waiting')
}

/** How many reminders of a customer still wait. */
export const countWaiting = (db: Database, memberId: string): Promise<number> =>
  db.count('reminders', { memberId, ...WAITING })

/** How many reminders have been told that their customer has not looked at. */
export const countUnreadReminders = (db: Database, memberId: string): Promise<number> =>
  db.count('reminders', { memberId, isUnread: true })

/** Marks everything told as looked at. */
export const markRemindersRead = (db: Database, memberId: string): Promise<number> =>
  db.update('reminders', { memberId, isUnread: true }, { isUnread: false })

/** Removes a reminder that still waits. */
export const removeWaiting = (db: Database, _id: string): Promise<void> =>
  db.removeAll('reminders', { _id, ...WAITING })

/** Who waits for a SKU, the longest waiting first. */
export const waitingForSku = (
  db: Database,
  skuId: string,
  limit: number,
): Promise<Pick<ReminderDocument, '_id' | 'memberId'>[]> =>
  db.find('reminders', {
    where: { skuId, ...WAITING },
    orderBy: [
      ['at', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
    fields: ['_id', 'memberId'],
  })

/** Lets a reminder of a launch wait until it is to be looked at again. */
export const putOff = (db: Database, _id: string, dueAt: Instant): Promise<number> =>
  db.update('reminders', { _id, ...WAITING }, { dueAt })

/**
 * Lets the reminders of a launch wait for another moment: the first at which anybody may buy. Each
 * is looked at then, and put off if its customer may buy only later.
 */
export const moveLaunchReminders = (
  db: Database,
  productId: string,
  opensAt: Instant,
): Promise<number> =>
  db.update(
    'reminders',
    { productId, skuId: null, ...WAITING },
    { dueAt: Math.max(0, opensAt - LAUNCH_LEAD_MS) },
  )

/** How many customers wait for a SKU of a product, or (`null`) for its launch. */
export type WaitingCount = Subject & { customers: number }

/** Bytes of a count: two ids and a number. */
const COUNT_BYTES = 300
/** Counts in one answer. */
const COUNTS_MAX = 1_000

/** How many customers wait, by product and SKU. */
export async function countWaitingCustomers(
  db: Database,
  productIds: readonly string[],
): Promise<WaitingCount[]> {
  const { sum } = command.aggregate
  const groups = await db.aggregate<{ _id: Subject; customers: number }>(
    'reminders',
    [
      ['match', { productId: command.in([...productIds]), ...WAITING }],
      ['group', { _id: { productId: '$productId', skuId: '$skuId' }, customers: sum(1) }],
    ],
    { limit: COUNTS_MAX, rowBytes: COUNT_BYTES },
  )
  return groups.map(({ _id: { productId, skuId }, customers }) => ({ productId, skuId, customers }))
}
