import type { OrderView } from '@core/contract/orders'
import { Text, View } from '@tarojs/components'
import {
  NEXT_STEP_COPY,
  ORDER_STATE_COPY,
  orderPointsCopy,
  timeLeftCopy,
  urgedCopy,
} from '@/copy/orders'
import { Countdown } from '@/hooks/countdown'
import { useTimeLeft } from '@/hooks/use-time-left'
import { today } from '@/services/clock'

/** State, time left, points, and the next step. */
export function StatusCard({ order }: { order: OrderView }) {
  const left = useTimeLeft(order.dueAt, shortTimeLeftCopy)
  const notes = [dueCopy(order, left), orderPointsCopy(order)].filter(Boolean)
  return (
    <View className="standing">
      <Text className="standing__state">{ORDER_STATE_COPY[order.state]}</Text>
      {order.state === 'awaitingPayment' && order.dueAt !== null && (
        <View className="standing__left">
          <Text>货给你留着，还剩</Text>
          <Countdown until={order.dueAt} />
        </View>
      )}
      {notes.map((note) => (
        <Text key={note} className="standing__due">
          {note}
        </Text>
      ))}
      <Text className="standing__next">{NEXT_STEP_COPY[order.nextStep]}</Text>
    </View>
  )
}

const CLOSED_COPY = {
  CANCELLED: '已按你的意思取消',
  NOT_PAID_IN_TIME: '没有按时付款，已自动关闭',
  REFUNDED: '全部商品已退款',
} as const

const shortTimeLeftCopy = (leftMs: number): string => timeLeftCopy(leftMs, 0)

function dueCopy({ state, closeReason, shipments, urged }: OrderView, left: string): string {
  switch (state) {
    case 'partlyShipped':
      return `已发出 ${shipments.length} 个包裹`
    case 'shipped':
      return left === '' ? '' : `${left}后自动确认收货`
    case 'received':
      return left === '' ? '' : `${left}内可以申请售后`
    case 'closed':
      return closeReason ? CLOSED_COPY[closeReason] : ''
    case 'paid':
      return urged ? urgedCopy(urged, today()) : ''
    case 'awaitingPayment':
    case 'refunding':
    case 'completed':
      return ''
  }
}
