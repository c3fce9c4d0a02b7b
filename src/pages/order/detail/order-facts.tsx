import { Text, View } from '@tarojs/components'
import type { OrderView } from '@core/contract/orders'
import { Card } from '@/components/card'
import { tappable } from '@/components/tappable'
import { copy } from '@/services/copy'
import { now, today } from '@/services/clock'
import { momentWords } from '@/words/dates'
import { leftWords, NEXT_STEP_WORDS, ORDER_STATE_WORDS } from '@/words/orders'

type Props = { order: OrderView }

/** Where the order stands, how long it waits, and the next step. */
export function Standing({ order }: Props) {
  return (
    <View className="standing">
      <Text className="standing__state">{ORDER_STATE_WORDS[order.state]}</Text>
      <Text className="standing__due">{dueWords(order)}</Text>
      <Text className="standing__next">{NEXT_STEP_WORDS[order.nextStep]}</Text>
    </View>
  )
}

function dueWords({ state, dueAt, closeReason, earns }: OrderView): string {
  const left = dueAt === null ? '' : leftWords(dueAt, now())
  switch (state) {
    case 'awaitingPayment':
      return left === '' ? '就要关闭了' : `货给你留着，还剩 ${left}`
    case 'shipped':
      return left === '' ? '' : `${left}后自动确认收货`
    case 'closed':
      return closeReason === 'NOT_PAID_IN_TIME' ? '没有按时付款，已自动关闭' : '已按你的意思取消'
    case 'received':
      return earns.points > 0 ? `${earns.points} 积分已到账` : ''
    case 'paid':
      return earns.points > 0 ? `收货后得 ${earns.points} 积分` : ''
  }
}

/** Where the parcel goes and, once it is on its way, under which number. */
export function Destination({ order }: Props) {
  const { address, shipment } = order
  if (!address && !shipment) return null
  return (
    <Card>
      {shipment && (
        <View className="parcel">
          <Text>{`${shipment.carrier} ${shipment.trackingNumber}`}</Text>
          <View
            className="parcel__copy"
            {...tappable('复制快递单号')}
            onClick={() => void copy(shipment.trackingNumber)}
          >
            复制
          </View>
        </View>
      )}
      {address && (
        <View className="destination">
          <Text className="destination__who">{`${address.name} ${address.phone}`}</Text>
          <Text className="destination__where">{`${address.region} ${address.street}`}</Text>
        </View>
      )}
    </Card>
  )
}

/** Its number, its times, what was said with it. */
export function Records({ order }: Props) {
  const at = (moment: number) => momentWords(moment, today())
  return (
    <Card>
      <View className="record">
        <Text className="record__name">订单号</Text>
        <Text className="record__value">{order.id}</Text>
        <View className="parcel__copy" {...tappable('复制订单号')} onClick={() => void copy(order.id)}>
          复制
        </View>
      </View>
      <Record name="下单" value={at(order.placedAt)} />
      {order.paidAt !== null && <Record name="付款" value={at(order.paidAt)} />}
      {order.shipment && <Record name="发货" value={at(order.shipment.at)} />}
      {order.receivedAt !== null && <Record name="收货" value={at(order.receivedAt)} />}
      {order.closedAt !== null && <Record name="关闭" value={at(order.closedAt)} />}
      {order.remark !== '' && <Record name="备注" value={order.remark} />}
    </Card>
  )
}

function Record({ name, value }: { name: string; value: string }) {
  return (
    <View className="record">
      <Text className="record__name">{name}</Text>
      <Text className="record__value">{value}</Text>
    </View>
  )
}
