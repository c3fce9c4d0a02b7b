import type { TicketKind, TicketState, TicketSubject } from '@core/domain/service/ticket'
import type { Day } from '@core/kernel/calendar'
import { formatMoment } from './dates'

/** Names of the ticket kinds. */
export const TICKET_KIND_COPY = {
  contact: '咨询',
  complaint: '投诉',
} as const satisfies Record<TicketKind, string>

/** States of a ticket, for its author. */
export const TICKET_STATE_COPY = {
  open: '等待回复',
  answered: '已回复',
  closed: '已结束',
} as const satisfies Record<TicketState, string>

/** What a ticket is about. */
export const TICKET_SUBJECT_COPY = {
  product: '商品',
  order: '订单',
  afterSale: '售后',
} as const satisfies Record<TicketSubject, string>

/** Service hours: `每天 9:00–21:00`. */
const hoursCopy = (fromHour: number, toHour: number): string =>
  isAllDay(fromHour, toHour) ? '全天' : `每天 ${fromHour}:00–${toHour}:00`

const isAllDay = (fromHour: number, toHour: number) => fromHour === 0 && toHour === 24

/** When customers are answered; `null` while the hours are not known. */
export function contactHoursCopy(
  hours: { serviceFromHour: number; serviceToHour: number } | null,
): string {
  if (!hours) return '随时可以留言，上班就回'
  const { serviceFromHour: from, serviceToHour: to } = hours
  if (isAllDay(from, to)) return '全天有人回复'
  return `${hoursCopy(from, to)} 有人回复，其余时间可以留言`
}

/** Whether somebody answers now, and when. */
export function openCopy(help: { isOpen: boolean; fromHour: number; toHour: number }): string {
  const hours = hoursCopy(help.fromHour, help.toHour)
  return help.isOpen ? `现在有人回复（${hours}）` : `现在休息，${hours} 有人回复`
}

/** When the author of a ticket can expect a reply. */
export function replyExpectationCopy(
  ticket: { state: TicketState; dueAt: number | null },
  today: Day,
): string {
  if (ticket.state === 'closed') return '这次留言已经结束'
  if (ticket.dueAt === null) return '已经回复，还有问题接着写'
  return `最迟 ${formatMoment(ticket.dueAt, today)} 前回复`
}

/** A duration: `45 分钟`, `2 小时 10 分`, `3 小时`. */
export function durationCopy(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  if (minutes < 60) return `${minutes} 分钟`
  const rest = minutes % 60
  const hours = `${Math.floor(minutes / 60)} 小时`
  return rest === 0 ? hours : `${hours} ${rest} 分`
}

/** A duration as a figure; from three hours on without minutes. */
export const shortDuration = (ms: number): string =>
  ms < FIGURE_HOURS * 3_600_000 ? durationCopy(ms) : `${Math.round(ms / 3_600_000)} 小时`

const FIGURE_HOURS = 3

/** A share in percent; `—` when the whole is zero. */
export const percentCopy = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.round((100 * part) / whole)}%`
