import type { OrderView } from '@core/contract/orders'
import { waitsForShipping } from '@core/domain/orders/urge'
import type { Day } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { OrderStateTag } from '@/components/order-state-tag'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { formatMoment } from '@/copy/dates'
import { formatAmount } from '@/copy/numbers'
import { urgedCopy } from '@/copy/orders'
import './order-card.scss'

/** Goods named in a list; the page of the order names all. */
const LINES_SHOWN = 3

type OrderCardProps = {
  order: OrderView
  /** The customer, in lists of several customers. */
  who?: string
  today: Day
  onOpen: (orderId: string) => void
}

/** An order in a list of the staff. */
export const OrderCard = memo(function OrderCard({ order, who, today, onOpen }: OrderCardProps) {
  const goods = order.lines.filter((line) => line.kind !== 'service')
  const shown = goods.slice(0, LINES_SHOWN)
  const rest = goods.length - shown.length
  const when = formatMoment(order.paidAt ?? order.placedAt, today)
  return (
    <View
      className="order-card"
      {...tappable(`订单 ${when} ${formatAmount(order.totalFen)}`, 'link')}
      onClick={() => onOpen(order.id)}
    >
      <View className="order-card__head">
        <Text className="order-card__when">{who === undefined ? when : `${who} · ${when}`}</Text>
        <OrderStateTag state={order.state} />
      </View>
      {shown.map((line) => (
        <View key={line.key} className="order-card__line">
          <Text className="order-card__goods">
            {line.title}
            {line.spec === '' ? '' : ` ${line.spec}`}
          </Text>
          <Text className="order-card__pieces">×{line.quantity}</Text>
        </View>
      ))}
      <View className="order-card__foot">
        <Text className="order-card__rest">{rest > 0 ? `还有 ${rest} 种` : ''}</Text>
        {order.urged && waitsForShipping(order.state) && (
          <Tag tone="price">{urgedCopy(order.urged, today)}</Tag>
        )}
        {order.hasOpenAfterSale && <Tag tone="gold">有售后</Tag>}
        {order.refundedFen > 0 && <Tag tone="price">{refundCopy(order)}</Tag>}
        <Text className="order-card__total">{formatAmount(order.totalFen)}</Text>
      </View>
    </View>
  )
})

/** How much of an order is refunded. */
export const refundCopy = ({ refundedFen, totalFen }: OrderView): string =>
  refundedFen >= totalFen ? '已全退' : `已退 ${formatAmount(refundedFen)}`
