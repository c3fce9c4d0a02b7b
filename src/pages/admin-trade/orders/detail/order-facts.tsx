import type { StaffOrderView } from '@core/contract/orders'
import type { Day } from '@core/kernel/calendar'
import { REMARK_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card, Row } from '@/components/card'
import { formatMoment } from '@/copy/dates'
import { failureLine } from '@/copy/failures'
import { CANCEL_REASON_COPY } from '@/copy/orders'
import { addressText } from '@/copy/parcels'
import { UNREADABLE_ADDRESS_COPY } from '@/copy/unreadable'
import { TextSheet } from '@/pages/admin/text-sheet'
import { callAdmin } from '@/services/call'
import { copyToClipboard } from '@/services/clipboard'
import { go } from '@/services/route'
import './order-facts.scss'

type OrderFactsProps = {
  order: StaffOrderView
  today: Day
  onNoted(order: StaffOrderView): void
}

/** Customer, address and dates of an order. */
export function OrderFacts({ order, today, onNoted }: OrderFactsProps) {
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
      {remark !== '' && <Row label="买家留言" value={remark} />}
      <StaffNote order={order} onNoted={onNoted} />
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

/** What the staff note for themselves; a tap writes it. */
function StaffNote({ order, onNoted }: Pick<OrderFactsProps, 'order' | 'onNoted'>) {
  const [isWriting, setWriting] = useState(false)
  const { id: orderId, staffNote } = order
  const save = async (note: string) => {
    const answer = await callAdmin('orders.note', { orderId, note })
    if (!answer.ok) return failureLine(answer.error)
    setWriting(false)
    onNoted(answer.value)
    return undefined
  }
  return (
    <>
      <Row label="店内备注" value={staffNote || '写一句'} onTap={() => setWriting(true)} />
      {isWriting && (
        <TextSheet
          title="店内备注"
          lead="只有店里的人看得到，列表里也会显示"
          action="保存"
          placeholder="例如：易碎，多包一层"
          max={REMARK_MAX}
          initial={staffNote}
          canBeEmpty
          onSend={save}
          onClose={() => setWriting(false)}
        />
      )}
    </>
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
