import type { OrderView, StaffOrderRow } from '@core/contract/orders'
import { waitsForShipping } from '@core/domain/orders/order-groups'
import type { Day, Instant } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { OrderStateTag } from '@/components/order-state-tag'
import { Picture } from '@/components/picture'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { formatMoment } from '@/copy/dates'
import { formatAmount } from '@/copy/numbers'
import { shipByCopy, urgedCopy } from '@/copy/orders'
import './order-card.scss'

/** Goods named in a list; the page of the order names all. */
const LINES_SHOWN = 3

type OrderCardProps = {
  order: OrderView
  /** The customer, in lists of several customers. */
  who?: string
  /** In lists of what is to be done: by when it is to be sent, and what the staff have noted. */
  work?: Pick<StaffOrderRow, 'shipBy' | 'staffNote'>
  /** Whether it should have been sent by now. */
  isLate?: boolean
  today: Day
  onOpen: (orderId: string) => void
}

/** An order in a list of the staff. */
export const OrderCard = memo(function OrderCard(props: OrderCardProps) {
  const { order, who, work, isLate = false, today, onOpen } = props
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
      {work && work.shipBy !== null && <Due shipBy={work.shipBy} isLate={isLate} today={today} />}
      <View className="order-card__body">
        {goods[0] && <Picture name={goods[0].picture} alt="" frame="thumb" />}
        <View className="order-card__lines">
          {shown.map((line) => (
            <View key={line.key} className="order-card__line">
              <Text className="order-card__goods">
                {line.title}
                {line.spec === '' ? '' : ` ${line.spec}`}
              </Text>
              <Text className="order-card__pieces">×{line.quantity}</Text>
            </View>
          ))}
          {rest > 0 && <Text className="order-card__rest">{`还有 ${rest} 种`}</Text>}
        </View>
      </View>
      {order.remark !== '' && <Note name="买家留言" text={order.remark} />}
      {work && work.staffNote !== '' && <Note name="店内备注" text={work.staffNote} />}
      <Foot order={order} today={today} />
    </View>
  )
})

/** By when it is to be sent: in red when that is today or has passed. */
function Due({ shipBy, isLate, today }: { shipBy: Instant; isLate: boolean; today: Day }) {
  const { text, isUrgent } = shipByCopy(shipBy, { isLate, today })
  return (
    <Text className={isUrgent ? 'order-card__due order-card__due--urgent' : 'order-card__due'}>
      {text}
    </Text>
  )
}

const Note = ({ name, text }: { name: string; text: string }) => (
  <View className="order-card__note">
    <Text className="order-card__note-name">{name}</Text>
    <Text className="order-card__note-text">{text}</Text>
  </View>
)

function Foot({ order, today }: Pick<OrderCardProps, 'order' | 'today'>) {
  return (
    <View className="order-card__foot">
      <View className="order-card__tags">
        {order.urged && waitsForShipping(order.state) && (
          <Tag tone="price">{urgedCopy(order.urged, today)}</Tag>
        )}
        {order.hasOpenAfterSale && <Tag tone="gold">有售后</Tag>}
        {order.refundedFen > 0 && <Tag tone="price">{refundCopy(order)}</Tag>}
      </View>
      <Text className="order-card__total">{formatAmount(order.totalFen)}</Text>
    </View>
  )
}

/** How much of an order is refunded. */
export const refundCopy = ({ refundedFen, totalFen }: OrderView): string =>
  refundedFen >= totalFen ? '已全退' : `已退 ${formatAmount(refundedFen)}`
