import type { OrderView } from '@core/contract/orders'
import { linePrice } from '@core/domain/pricing/line-price'
import { Text, View } from '@tarojs/components'
import { ItemRow } from '@/components/item-row'
import { OrderStateTag } from '@/components/order-state-tag'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { formatMoment } from '@/copy/dates'
import { formatAmount } from '@/copy/numbers'
import { NEXT_STEP_COPY } from '@/copy/orders'
import { Countdown } from '@/hooks/countdown'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { OrderButtons } from '../order-buttons'
import type { OrderActions } from '../use-order-actions'

/** Lines shown per order; the rest are only counted. */
const LINES_SHOWN = 2

type Props = { order: OrderView; actions: OrderActions }

/** An order in the list: date, lines, total, next step. */
export function OrderCard({ order, actions }: Props) {
  const { id, state, nextStep, lines, placedAt, totalFen, adjustments } = order
  const goods = lines.filter((line) => line.kind === 'goods')
  const pieces = goods.reduce((sum, line) => sum + line.quantity, 0)
  return (
    <View className="card order-card" {...tappable(undefined, 'link')} onClick={() => go.order(id)}>
      <View className="order-card__head">
        <Text>{formatMoment(placedAt, today())}</Text>
        <View className="order-card__tags">
          {order.hasOpenAfterSale && state !== 'refunding' && <Tag tone="price">售后中</Tag>}
          <OrderStateTag state={state} />
        </View>
      </View>
      {goods.slice(0, LINES_SHOWN).map((line) => {
        const { prices } = linePrice(line, adjustments)
        return <ItemRow key={line.key} line={line} prices={prices} />
      })}
      {state === 'awaitingPayment' && order.dueAt !== null ? (
        <View className="order-card__due">
          <Text>付款还剩</Text>
          <Countdown until={order.dueAt} />
        </View>
      ) : (
        <Text className="order-card__next">{NEXT_STEP_COPY[nextStep]}</Text>
      )}
      <View className="order-card__foot">
        <Text className="order-card__sum">{`共 ${pieces} 件，${formatAmount(totalFen)}`}</Text>
        <OrderButtons order={order} actions={actions} size="small" />
      </View>
    </View>
  )
}
