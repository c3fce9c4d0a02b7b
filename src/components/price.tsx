import { Text, View } from '@tarojs/components'
import { formatFen, type Fen } from '@core/domain/money'
import { yuan } from '@/theme/words'
import './price.scss'

type Props = {
  fen: Fen
  /** The price before, struck out. */
  marketFen?: Fen | null
  /** `body` in rows, `card` in lists, `large` on a product's page and in totals. */
  size?: 'body' | 'card' | 'large'
}

/** A price in red, its ¥ small, its figures of one width. */
export function Price({ fen, marketFen = null, size = 'card' }: Props) {
  return (
    <View className={`price price--${size}`}>
      <Text className="price__sign">¥</Text>
      {formatFen(fen)}
      {marketFen !== null && marketFen > fen && (
        <Text className="price__market">{yuan(marketFen)}</Text>
      )}
    </View>
  )
}
