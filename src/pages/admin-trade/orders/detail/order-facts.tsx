import type { StaffOrderView } from '@core/contract/orders'
import type { Day } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card, Row } from '@/components/card'
import { formatMoment } from '@/copy/dates'
import { CANCEL_REASON_COPY } from '@/copy/orders'
import { addressText } from '@/copy/parcels'
import { UNREADABLE_ADDRESS_COPY } from '@/copy/unreadable'
import { copyToClipboard } from '@/services/clipboard'
import { go } from '@/services/route'
import './order-facts.scss'

type OrderFactsProps = { order: StaffOrderView; today: Day }

/** Customer, address and dates of an order. */
export function OrderFacts({ order, today }: OrderFactsProps) {
  const { address, remark, parcelPhone } = order
  return (
    <Card>
      <Row label="顾客" value={order.memberName} onTap={() => go.staffMember(order.memberId)} />
      {address && (
        <View className="order-facts__address">
          <Text selectable={parcelPhone !== null}>
            {address.isUnreadable
              ? UNREADABLE_ADDRESS_COPY
              : `${address.name} ${parcelPhone ?? address.phone}`}
          </Text>
          <Text className="order-facts__note">
            {address.region} {address.street}
          </Text>
          {parcelPhone !== null && (
            <Button
              kind="soft"
              size="small"
              onTap={() =>
                void copyToClipboard(addressText({ ...address, phone: parcelPhone, remark: '' }))
              }
            >
              复制地址
            </Button>
          )}
        </View>
      )}
      {remark !== '' && <Row label="备注" value={remark} />}
      {timesOf(order).map(([name, at]) => (
        <Row key={name} label={name} value={formatMoment(at, today)} />
      ))}
      {order.cancelReason && (
        <Row label="取消原因" value={CANCEL_REASON_COPY[order.cancelReason]} />
      )}
      <Row
        label="订单号"
        value={
          <Text className="order-facts__id" selectable>
            {order.id}
          </Text>
        }
      />
    </Card>
  )
}

function timesOf(order: StaffOrderView): [string, number][] {
  const times: [string, number | null | undefined][] = [
    ['下单', order.placedAt],
    ['付款', order.paidAt],
    ['顾客催发货', order.urged?.at],
    ['顾客改了地址', order.addressChangedAt],
    ['收货', order.receivedAt],
    ['完成', order.completedAt],
    ['关闭', order.closedAt],
  ]
  return times.flatMap(([name, at]): [string, number][] => (at ? [[name, at]] : []))
}
