import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { OrderView } from '@core/contract/orders'
import type { OrderLine } from '@core/domain/order'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Picture } from '@/components/picture'
import { amountWords } from '@/words/numbers'
import { refundWords } from '../parts/order-card'
import './order-goods.scss'

/** Lines shown at first and with every further tap: an imported order may have a thousand. */
const LINES_STEP = 20

/** What was ordered, and what it came to. */
export function OrderGoods({ order }: { order: OrderView }) {
  const [shown, setShown] = useState(LINES_STEP)
  const rest = order.lines.length - shown
  return (
    <Card title="商品">
      {order.lines.slice(0, shown).map((line) => (
        <Goods key={line.skuId} line={line} />
      ))}
      {rest > 0 && (
        <Button kind="quiet" onTap={() => setShown(shown + LINES_STEP)}>
          还有 {rest} 种，再看一些
        </Button>
      )}
      <View className="order-goods__sums">
        <Sum name="商品" words={amountWords(order.goodsFen)} />
        <Sum name="运费" words={amountWords(order.freightFen)} />
        {order.refundedFen > 0 && <Sum name="退款" words={refundWords(order)} />}
        <Sum name={order.paidAt === null ? '应付' : '实付'} words={amountWords(order.totalFen)} />
      </View>
    </Card>
  )
}

const Goods = ({ line }: { line: OrderLine }) => (
  <View className="order-goods__line">
    {line.picture !== '' && <Picture name={line.picture} alt="" frame="thumb" />}
    <View className="order-goods__words">
      <Text className="order-goods__title">{line.title}</Text>
      {line.spec !== '' && <Text className="order-goods__note">{line.spec}</Text>}
    </View>
    <View className="order-goods__amount">
      <Text>{amountWords(line.amountFen)}</Text>
      <Text className="order-goods__note">×{line.quantity}</Text>
    </View>
  </View>
)

const Sum = ({ name, words }: { name: string; words: string }) => (
  <View className="order-goods__sum">
    <Text>{name}</Text>
    <Text className="order-goods__figure">{words}</Text>
  </View>
)
