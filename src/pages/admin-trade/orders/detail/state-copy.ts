import type { OrderView } from '@core/contract/orders'
import type { CloseReason } from '@core/domain/orders/order'
import { type Day, dayOf } from '@core/kernel/calendar'
import { assertNever } from '@core/kernel/result'
import { formatDay, formatMoment } from '@/copy/dates'

/** Why an order was closed. */
const CLOSE_WORDS = {
  CANCELLED: '顾客取消了',
  NOT_PAID_IN_TIME: '没有按时付款，已自动关闭',
  REFUNDED: '已全部退款',
} as const satisfies Record<CloseReason, string>

/** The state of an order and who has to act, for the staff. */
export function staffStateCopy(order: OrderView, today: Day): string {
  switch (order.state) {
    case 'awaitingPayment':
      return order.dueAt === null
        ? '等顾客付款'
        : `等顾客付款，${formatMoment(order.dueAt, today)} 还没付就自动关闭`
    case 'paid':
      return '顾客已付款，等你发货'
    case 'refunding':
      return '顾客要退款，处理完之前先不发货'
    case 'partlyShipped':
      return '发出了一部分，等你发剩下的'
    case 'shipped':
      return order.dueAt === null
        ? '在路上，等顾客确认收货'
        : `在路上，顾客不确认的话，${formatDay(dayOf(order.dueAt), today)}自动确认`
    case 'received':
      return order.dueAt === null
        ? '顾客已收到，售后期内'
        : `顾客已收到，${formatDay(dayOf(order.dueAt), today)}售后期过后完成`
    case 'completed':
      return '这一单完成了'
    case 'closed':
      return CLOSE_WORDS[order.closeReason ?? 'CANCELLED']
    default:
      return assertNever(order.state)
  }
}
