import type { Fen } from '@core/kernel/money'
import { Text, View } from '@tarojs/components'
import { formatAmount } from '@/copy/numbers'
import './price.scss'

type Props = {
  fen: Fen
  /** The price before, struck out. */
  marketFen?: Fen | null
  /** `body` in rows, `card` in lists, `large` on a product's page and in totals. */
  size?: 'body' | 'card' | 'large'
  /** `gold` is the price of a tier. */
  tone?: 'price' | 'gold'
}

/** A price in red, its ¥ small, its figures of one width. */
export function Price({ fen, marketFen = null, size = 'card', tone = 'price' }: Props) {
  return (
    <View className={`price price--${size} price--${tone}`}>
      <Text className="price__sign">¥</Text>
      {formatAmount(fen).slice(1)}
      {marketFen !== null && marketFen > fen && (
        <Text className="price__market">{formatAmount(marketFen)}</Text>
      )}
    </View>
  )
}
