import type { Fen } from '@core/kernel/money'
import { Text, View } from '@tarojs/components'
import { formatAmount } from '@/copy/numbers'
import './sum-row.scss'

type Props = {
  label: string
  /** Why it is so much. */
  reason?: string
  fen: Fen
  /** The line that counts. */
  isTotal?: boolean
}

/** A line of a bill. What is taken off stands in red with its sign. */
export function SumRow({ label: name, reason: why, fen, isTotal = false }: Props) {
  const tone = isTotal ? ' sum-row--total' : fen < 0 ? ' sum-row--off' : ''
  return (
    <View className={`sum-row${tone}`}>
      <Text className="sum-row__name">{name}</Text>
      {why !== undefined && <Text className="sum-row__why">{why}</Text>}
      <Text className="sum-row__fen">{formatAmount(fen)}</Text>
    </View>
  )
}
