import type { OrderView } from '@core/contract/orders'
import { requestableKinds } from '@core/domain/after-sales/after-sale'
import type { OrderLine } from '@core/domain/orders/order'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card, Row } from '@/components/card'
import { OrderLines } from '@/components/order-lines'
import { Tag } from '@/components/tag'
import { go } from '@/services/route'

/** The lines of an order with their progress, and the entries to after-sales. */
export function OrderGoods({ order }: { order: OrderView }) {
  const { id, lines, adjustments } = order
  const canRequest =
    requestableKinds(order).length > 0 && lines.some((line) => refundableQuantity(line) > 0)
  const hasOneLine = lines.filter((line) => line.kind === 'goods').length === 1
  const hasAfterSales = lines.some((line) => line.asked > 0 || line.refunded.quantity > 0)
  return (
    <Card>
      <OrderLines
        lines={lines}
        adjustments={adjustments}
        note={(line) => (
          <LineFoot
            line={line}
            order={order}
            canRequest={canRequest && !hasOneLine && refundableQuantity(line) > 0}
          />
        )}
        onOpen={(line) => go.product(line.productId)}
      />
      {canRequest && (
        <Row label="申请售后" value="退款、退货、换货" onTap={() => go.requestAfterSale(id)} />
      )}
      {hasAfterSales && <Row label="售后记录" onTap={() => go.afterSales(id)} />}
    </Card>
  )
}

const refundableQuantity = ({ kind, quantity, refunded, asked }: OrderLine): number =>
  kind === 'gift' ? 0 : quantity - refunded.quantity - asked

type FootProps = { line: OrderLine; order: OrderView; canRequest: boolean }

function LineFoot({ line, order, canRequest }: FootProps) {
  const { shipped, quantity, asked, refunded } = line
  const isPartlyShipped = order.state === 'partlyShipped'
  if (!isPartlyShipped && asked === 0 && refunded.quantity === 0 && !canRequest) return null
  return (
    <View className="line-foot">
      {isPartlyShipped && <Tag tone="leaf">{`已发 ${shipped}/${quantity}`}</Tag>}
      {asked > 0 && <Tag tone="price">{`售后中 ${asked} 件`}</Tag>}
      {refunded.quantity > 0 && <Tag>{`已退 ${refunded.quantity} 件`}</Tag>}
      {canRequest && (
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

/** After receipt: links to the usage guides of the products. */
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
