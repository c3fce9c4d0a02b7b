import type { OrderView } from '@core/contract/orders'
import { canChangeAddress } from '@core/domain/orders/change-address'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { formatMoment } from '@/copy/dates'
import { CANCEL_REASON_COPY } from '@/copy/orders'
import { UNREADABLE_ADDRESS_COPY } from '@/copy/unreadable'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { CopyButton } from './parcels'

type Props = { order: OrderView }

/** Where the order goes; until it is sent, it may go elsewhere. */
export function DeliveryAddress({ order: { id, state, address } }: Props) {
  if (!address) return null
  return (
    <Card>
      <View className="destination">
        <View className="destination__words">
          <Text className="destination__who">
            {address.isUnreadable ? UNREADABLE_ADDRESS_COPY : `${address.name} ${address.phone}`}
          </Text>
          <Text className="destination__where">{`${address.region} ${address.street}`}</Text>
        </View>
        {canChangeAddress(state) && (
          <Button kind="soft" size="small" onTap={() => go.changeAddress(id)}>
            改地址
          </Button>
        )}
      </View>
    </Card>
  )
}

/** Order number, timestamps, remark. */
export function OrderRecords({ order }: Props) {
  const { id, placedAt, paidAt, shipments, receivedAt, completedAt, closedAt, remark } = order
  const { addressChangedAt, cancelReason } = order
  const moments = [
    ['下单', placedAt],
    ['付款', paidAt],
    ['改地址', addressChangedAt],
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
      {cancelReason && <Record name="原因" value={CANCEL_REASON_COPY[cancelReason]} />}
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
