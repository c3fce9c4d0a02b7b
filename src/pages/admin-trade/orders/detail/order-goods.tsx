import type { OrderView } from '@core/contract/orders'
import { type OrderLine, unshippedPieces } from '@core/domain/orders/order'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { OrderLines } from '@/components/order-lines'
import { PriceBreakdown } from '@/components/price-breakdown'
import { SumRow } from '@/components/sum-row'
import { Tag } from '@/components/tag'
import './order-goods.scss'

/** Lines shown at first and added per tap: an imported order may have a thousand. */
const LINES_STEP = 20

/** The lines of an order with their state, and the price breakdown. */
export function OrderGoods({ order }: { order: OrderView }) {
  const [shown, setShown] = useState(LINES_STEP)
  const { lines, adjustments, refundedFen, paidAt, totalFen } = order
  const rest = lines.length - shown
  return (
    <Card title="商品">
      <OrderLines
        lines={lines.slice(0, shown)}
        adjustments={adjustments}
        note={(line) => <LineState line={line} isPaid={paidAt !== null} />}
      />
      {rest > 0 && (
        <Button kind="quiet" onTap={() => setShown(shown + LINES_STEP)}>
          {`还有 ${rest} 种，再看一些`}
        </Button>
      )}
      <View className="order-goods__sums">
        <PriceBreakdown amounts={order} />
        <SumRow label={paidAt === null ? '应付' : '实付'} fen={totalFen} isTotal />
        {refundedFen > 0 && <SumRow label="已退" fen={-refundedFen} />}
      </View>
    </Card>
  )
}

/** Shipped, refunded and requested pieces of a line; nothing when all are shipped. */
function LineState({ line, isPaid }: { line: OrderLine; isPaid: boolean }) {
  const words = isPaid ? lineStateCopy(line) : []
  if (words.length === 0) return null
  return (
    <View className="order-goods__state">
      {words.map((one) => (
        <Tag key={one} tone="plain">
          {one}
        </Tag>
      ))}
    </View>
  )
}

function lineStateCopy(line: OrderLine): string[] {
  const { asked, refunded, shipped, quantity } = line
  return [
    ...(shipped > 0 && shipped < quantity ? [`已发 ${shipped} 件`] : []),
    ...(shipped > 0 && unshippedPieces(line) > 0 ? [`还要发 ${unshippedPieces(line)} 件`] : []),
    ...(asked > 0 ? [`售后中 ${asked} 件`] : []),
    ...(refunded.quantity > 0 ? [`已退 ${refunded.quantity} 件`] : []),
  ]
}
