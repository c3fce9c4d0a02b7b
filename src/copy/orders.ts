import type { ChangeAddressError } from '@core/contract/order-care'
import type { CancelReason } from '@core/domain/orders/cancel-reason'
import type { OrderState, OrderStep, Urged } from '@core/domain/orders/order'
import { type Day, dayOf, type Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import { formatMoment } from './dates'
import { failureLine } from './failures'
import { formatAmount } from './numbers'
import { POINTS_ARRIVAL } from './points'

/** Names of the order states. */
export const ORDER_STATE_COPY = {
  awaitingPayment: '待付款',
  paid: '待发货',
  refunding: '退款处理中',
  partlyShipped: '部分发货',
  shipped: '待收货',
  received: '已收货',
  completed: '已完成',
  closed: '已关闭',
} as const satisfies Record<OrderState, string>

/** The next step of an order, in one sentence. */
export const NEXT_STEP_COPY = {
  PAY: '下一步：付款，付好我们就备货',
  WAIT_FOR_SHIPPING: '下一步：等我们发货，发出后这里有单号',
  WAIT_FOR_REFUND: '下一步：等店家处理退款，处理完之前不会发货',
  WAIT_FOR_REST: '下一步：等剩下的发出，每个包裹都有单号',
  CONFIRM_RECEIPT: '下一步：收到后确认收货',
  REVIEW: '下一步：说说用得怎么样，不合适也可以申请售后',
  BUY_AGAIN: '下一步：喜欢的话，再来一单',
} as const satisfies Record<OrderStep, string>

/** Why an order is cancelled, as customers choose it. */
export const CANCEL_REASON_COPY = {
  NOT_WANTED: '不想要了',
  WRONG_GOODS: '商品或规格选错了',
  WRONG_ADDRESS: '地址或电话写错了',
  COUPON_FORGOTTEN: '忘了用券或积分',
  CHEAPER_ELSEWHERE: '别处更便宜',
  PAYMENT_TROUBLE: '付款遇到问题',
  OTHER: '其他原因',
} as const satisfies Record<CancelReason, string>

/** How often a customer has asked for an order to be sent: `催过 2 次，今天 10:20`. */
export const urgedCopy = ({ at, times }: Urged, today: Day): string =>
  `催过 ${times} 次，${formatMoment(at, today)}`

/** Why an order's address cannot be changed. */
export function moveErrorCopy(error: ChangeAddressError): string {
  switch (error.code) {
    case 'FREIGHT_DIFFERS':
      return freightDiffersCopy(error.moreFen)
    case 'NO_DELIVERY':
      return `暂时送不到${error.province}，地址没有改`
    case 'WRONG_STATE':
      return `订单已经是「${ORDER_STATE_COPY[error.state]}」，地址改不了，请联系客服`
    case 'NOT_FOUND':
      return failureLine(error)
  }
}

function freightDiffersCopy(moreFen: Fen): string {
  const difference = `${moreFen > 0 ? '多' : '少'} ${formatAmount(Math.abs(moreFen))}`
  return `寄到那里的运费${difference}，这一单改不了，请联系客服`
}

/** The time left: `28 分钟`, `3 天 2 小时`; `''` once it is over. */
export function timeLeftCopy(until: Instant, now: Instant): string {
  const minutes = Math.ceil((until - now) / 60_000)
  if (minutes <= 0) return ''
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  const [count, rest, unit, restUnit] =
    hours < 24
      ? [hours, minutes % 60, '小时', '分钟']
      : [Math.floor(hours / 24), hours % 24, '天', '小时']
  return rest > 0 ? `${count} ${unit} ${rest} ${restUnit}` : `${count} ${unit}`
}

type PointsInfo = {
  state: OrderState
  earns: { points: number }
  /** After a refund the exact points are only known when they are credited. */
  refundedFen: number
}

/** The points an order earns, and when they become available (on completion). */
export function orderPointsCopy({ state, earns: { points }, refundedFen }: PointsInfo): string {
  if (points === 0 || state === 'closed') return ''
  if (refundedFen > 0) return '有退款，积分按留下的部分算'
  switch (state) {
    case 'awaitingPayment':
      return `付款后得 ${points} 积分`
    case 'completed':
      return `${points} 积分已到账`
    default:
      return `${points} 积分待到账，${POINTS_ARRIVAL}`
  }
}

/** What could not be bought again; `''` when everything could. */
export const unavailableCopy = (missing: readonly { title: string }[]): string => {
  const [first] = missing
  if (!first) return ''
  return missing.length === 1
    ? `${first.title} 暂时买不到`
    : `${first.title} 等 ${missing.length} 样暂时买不到`
}

/** By when an order is to be sent, for the staff; `isUrgent`: today, or it is late. */
export function shipByCopy(
  shipBy: Instant,
  { isLate, today }: { isLate: boolean; today: Day },
): { text: string; isUrgent: boolean } {
  const moment = formatMoment(shipBy, today)
  if (isLate) return { text: `已超时，应在${moment} 前发出`, isUrgent: true }
  return { text: `${moment} 前发出`, isUrgent: dayOf(shipBy) === today }
}
