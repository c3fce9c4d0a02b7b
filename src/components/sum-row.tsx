import type { Fen } from '@core/kernel/money'
import { Text, View } from '@tarojs/components'
import { formatAmount } from '@/copy/numbers'
import './sum-row.scss'

type Props = {
  label: string
  /** Explains the amount. */
  reason?: string
  fen: Fen
  isTotal?: boolean
}

/** A row of a price breakdown; negative amounts are red and signed. */
export function SumRow({ label, reason, fen, isTotal = false }: Props) {
  const tone = isTotal ? ' sum-row--total' : fen < 0 ? ' sum-row--off' : ''
  return (
    <View className={`sum-row${tone}`}>
      <Text className="sum-row__name">{label}</Text>
      {reason !== undefined && <Text className="sum-row__why">{reason}</Text>}
      <Text className="sum-row__fen">{formatAmount(fen)}</Text>
    </View>
  )
}
