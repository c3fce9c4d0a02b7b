import type { OrderView } from '@core/contract/orders'
import { dayOf, type Day } from '@core/domain/calendar'
import { assertNever } from '@core/domain/result'
import { dayWords, momentWords } from '@/words/dates'

/** Where an order is and who has to act, as the staff need to know it. */
export function staffStateWords(order: OrderView, today: Day): string {
  switch (order.state) {
    case 'awaitingPayment':
      return order.dueAt === null
        ? '等顾客付款'
        : `等顾客付款，${momentWords(order.dueAt, today)} 还没付就自动关闭`
    case 'paid':
      return '顾客已付款，等你发货'
    case 'shipped':
      return order.dueAt === null
        ? '在路上，等顾客确认收货'
        : `在路上，顾客不确认的话，${dayWords(dayOf(order.dueAt), today)}自动确认`
    case 'received':
      return '顾客已收到，这一单完成了'
    case 'closed':
      return order.closeReason === 'CANCELLED' ? '顾客取消了' : '没有按时付款，已自动关闭'
    default:
      return assertNever(order.state)
  }
}
