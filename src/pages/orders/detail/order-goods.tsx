import type { OrderView } from '@core/contract/orders'
import { kindsFor } from '@core/domain/after-sales/after-sale'
import type { OrderLine } from '@core/domain/orders/order'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card, Row } from '@/components/card'
import { OrderLines } from '@/components/order-lines'
import { Tag } from '@/components/tag'
import { go } from '@/services/route'

/** What was ordered, how far each line is, and the ways to ask something back. */
export function OrderGoods({ order }: { order: OrderView }) {
  const { id, lines, adjustments } = order
  const canAsk = kindsFor(order).length > 0 && lines.some((line) => refundableQuantity(line) > 0)
  const isOne = lines.filter((line) => line.kind === 'goods').length === 1
  const wasAsked = lines.some((line) => line.asked > 0 || line.refunded.quantity > 0)
  return (
    <Card>
      <OrderLines
        lines={lines}
        adjustments={adjustments}
        note={(line) => (
          <LineFoot line={line} order={order} canAsk={canAsk && !isOne && refundableQuantity(line) > 0} />
        )}
        onOpen={(line) => go.product(line.productId)}
      />
      {canAsk && <Row label="申请售后" value="退款、退货、换货" onTap={() => go.requestAfterSale(id)} />}
      {wasAsked && <Row label="售后记录" onTap={() => go.afterSales(id)} />}
    </Card>
  )
}

const refundableQuantity = ({ kind, quantity, refunded, asked }: OrderLine): number =>
  kind === 'gift' ? 0 : quantity - refunded.quantity - asked

type FootProps = { line: OrderLine; order: OrderView; canAsk: boolean }

function LineFoot({ line, order, canAsk }: FootProps) {
  const { shipped, quantity, asked, refunded } = line
  const isSome = order.state === 'partlyShipped'
  if (!isSome && asked === 0 && refunded.quantity === 0 && !canAsk) return null
  return (
    <View className="line-foot">
      {isSome && <Tag tone="leaf">{`已发 ${shipped}/${quantity}`}</Tag>}
      {asked > 0 && <Tag tone="price">{`售后中 ${asked} 件`}</Tag>}
      {refunded.quantity > 0 && <Tag>{`已退 ${refunded.quantity} 件`}</Tag>}
      {canAsk && (
        <Button
          kind="quiet"
          size="small"
          label={`${line.title} 申请售后`}
          onTap={() => go.requestAfterSale(order.id, line.key)}
        >
          申请售后
        </Button>
      )}
    </View>
  )
}

/** After receipt the ways to use what has come. */
export function UsageGuides({ order: { state, lines } }: { order: OrderView }) {
  if (state !== 'received' && state !== 'completed') return null
  const products = new Map(
    lines.filter((line) => line.kind === 'goods').map(({ productId, title }) => [productId, title]),
  )
  return (
    <Card title="怎么用">
      {[...products].map(([id, title]) => (
        <Row key={id} label={title} value="用法与说明" onTap={() => go.product(id)} />
      ))}
    </Card>
  )
}
