import type { OrderView } from '@core/contract/orders'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { formatMoment } from '@/copy/dates'
import { UNREADABLE_ADDRESS_COPY } from '@/copy/unreadable'
import { today } from '@/services/clock'
import { CopyButton } from './parcels'

type Props = { order: OrderView }

export function DeliveryAddress({ order: { address } }: Props) {
  if (!address) return null
  return (
    <Card>
      <View className="destination">
        <Text className="destination__who">
          {address.isUnreadable ? UNREADABLE_ADDRESS_COPY : `${address.name} ${address.phone}`}
        </Text>
        <Text className="destination__where">{`${address.region} ${address.street}`}</Text>
      </View>
    </Card>
  )
}

/** Order number, timestamps, remark. */
export function OrderRecords({ order }: Props) {
  const { id, placedAt, paidAt, shipments, receivedAt, completedAt, closedAt, remark } = order
  const moments = [
    ['下单', placedAt],
    ['付款', paidAt],
    ['发货', shipments[0]?.at ?? null],
    ['收货', receivedAt],
    ['完成', completedAt],
    ['关闭', closedAt],
  ] as const
  return (
    <Card>
      <View className="record">
        <Text className="record__name">订单号</Text>
        <Text className="record__value">{id}</Text>
        <CopyButton text={id} label="复制订单号" />
      </View>
      {moments.map(
        ([name, at]) =>
          at !== null && <Record key={name} name={name} value={formatMoment(at, today())} />,
      )}
      {remark !== '' && <Record name="备注" value={remark} />}
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
