import type { Fen } from '@core/kernel/money'
import { Text, View } from '@tarojs/components'
import { formatAmount } from '@/copy/numbers'
import './price.scss'

type Props = {
  fen: Fen
  /** Struck through when it is higher than `fen`. */
  marketFen?: Fen | null
  /** `body` in rows, `card` in lists, `large` on the product page and in totals. */
  size?: 'body' | 'card' | 'large'
  /** `gold` marks a tier price. */
  tone?: 'price' | 'gold'
  /** Whether it is only the lowest of several: 起. */
  isFrom?: boolean
}

/** A price with a small ¥ and tabular figures. */
export function Price({ fen, marketFen = null, size = 'card', tone = 'price', isFrom }: Props) {
  return (
    <View className={`price price--${size} price--${tone}`}>
      <Text className="price__sign">¥</Text>
      {formatAmount(fen).slice(1)}
      {isFrom === true && <Text className="price__from">起</Text>}
      {marketFen !== null && marketFen > fen && (
        <Text className="price__market">{formatAmount(marketFen)}</Text>
      )}
    </View>
  )
}
