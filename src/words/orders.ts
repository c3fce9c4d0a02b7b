import type { NextStep, OrderState } from '@core/domain/order'
import type { Instant } from '@core/domain/calendar'

/** The names of an order's states. */
export const ORDER_STATE_WORDS = {
  awaitingPayment: '待付款',
  paid: '待发货',
  shipped: '待收货',
  received: '已完成',
  closed: '已关闭',
} as const satisfies Record<OrderState, string>

/** What happens next with an order, in one sentence. */
export const NEXT_STEP_WORDS = {
  PAY: '下一步：付款，付好我们就备货',
  WAIT_FOR_SHIPPING: '下一步：等我们发货，发出后这里有单号',
  CONFIRM_RECEIPT: '下一步：收到后确认收货，积分随即到账',
  BUY_AGAIN: '下一步：喜欢的话，再来一单',
} as const satisfies Record<NextStep, string>

/** The time left until a moment: `28 分钟`, `3 天 2 小时`; `''` once it is over. */
export function leftWords(until: Instant, now: Instant): string {
  const minutes = Math.ceil((until - now) / 60_000)
  if (minutes <= 0) return ''
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  const [whole, part, big, small] =
    hours < 24 ? [hours, minutes % 60, '小时', '分钟'] : [Math.floor(hours / 24), hours % 24, '天', '小时']
  return part > 0 ? `${whole} ${big} ${part} ${small}` : `${whole} ${big}`
}
