import { DAY_MS, dayOf, HOUR_MS, type Instant, MINUTE_MS, startOf } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'

/**
 * The notifications a member may subscribe to, and the fields of each. A field's name is ours;
 * which key of the WeChat template carries it is the merchant's setting (`NotificationTemplate`).
 */
export const NOTIFICATIONS = {
  payReminder: ['goods', 'total', 'payBy'],
  shipped: ['goods', 'carrier', 'number'],
  refunded: ['goods', 'amount', 'at'],
  questionAnswered: ['product', 'answer', 'at'],
  ticketAnswered: ['subject', 'answer', 'at'],
  guide: ['product', 'guide'],
  launch: ['product', 'at'],
  restock: ['product', 'at'],
} as const satisfies Record<string, readonly string[]>

/** What a message is about. */
export type NotificationKind = keyof typeof NOTIFICATIONS

export const NOTIFICATION_KINDS = Object.keys(NOTIFICATIONS) as [
  NotificationKind,
  ...NotificationKind[],
]

/** The fields of a notification of a kind, as text. */
export type NotificationFields<K extends NotificationKind = NotificationKind> = Record<
  (typeof NOTIFICATIONS)[K][number],
  string
>

/** A notification to one member: `cause` identifies the event, so that it is sent once. */
export type Notification = {
  [K in NotificationKind]: {
    template: K
    memberId: string
    cause: string
    /** Where a tap on it leads: `pages/orders/detail/index?orderId=…`, without a leading slash. */
    page: string
    fields: NotificationFields<K>
    /** After this moment it is of no use any more and is not sent. */
    until?: Instant
  }
}[NotificationKind]

/** A template of the merchant's account: its id, and the key that carries each of our fields. */
export type NotificationTemplate = { id: string; keys: Record<string, string> }

/**
 * Characters that WeChat takes per type of key; a longer value makes it refuse the message
 * (WeChat docs, subscribeMessage.send).
 */
const VALUE_MAX: Record<string, number> = {
  thing: 20,
  character_string: 32,
  phrase: 5,
  name: 10,
  number: 32,
  amount: 14,
}
/** Of every other type: dates, times and such are short by themselves. */
const VALUE_MAX_DEFAULT = 32

/** The form of a template's key: its type and a number, `thing1`. */
export const TEMPLATE_KEY = /^[a-z_]{2,20}\d{1,3}$/

/** The values of a message under the template's keys, each cut to what its type may have. */
export function notificationData(
  fields: Record<string, string>,
  { keys }: NotificationTemplate,
): Record<string, string> {
  const entries = Object.entries(fields).flatMap(([name, value]) => {
    const key = keys[name]
    return key === undefined ? [] : [[key, cut(value, VALUE_MAX[typeOf(key)] ?? VALUE_MAX_DEFAULT)]]
  })
  return Object.fromEntries(entries) as Record<string, string>
}

const typeOf = (key: string): string => key.replace(/\d+$/, '')

const cut = (text: string, most: number): string => {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}

/** A moment as a template's `time` takes it: `2026年3月4日 10:05`. */
export function notificationTime(at: Instant): string {
  const day = dayOf(at)
  const [year, month, date] = day.split('-').map(Number)
  const passed = (at - startOf(day)) % DAY_MS
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  const time = `${two(passed / HOUR_MS)}:${two((passed % HOUR_MS) / MINUTE_MS)}`
  return `${year}年${month}月${date}日 ${time}`
}

/** A sum as a template's `amount` takes it: `¥76.00`. */
export const notificationAmount = (fen: Fen): string => `¥${(fen / 100).toFixed(2)}`
