import type { PriceNow } from '@core/domain/pricing/price-now'
import { Text, View } from '@tarojs/components'
import { Countdown } from '@/hooks/countdown'
import './price-section.scss'

/** A time-limited price: promotion, pieces left, countdown. Renders nothing for other prices. */
export function PriceSection({ price }: { price: PriceNow | undefined }) {
  if (price?.code !== 'TIME_PRICE' || price.endsAt === null) return null
  return (
    <View className="time-price">
      <View className="time-price__words">
        <Text className="time-price__title">{price.title}</Text>
        <Text className="time-price__note">{timePriceNote(price)}</Text>
      </View>
      <View className="time-price__clock">
        <Text className="time-price__note">距结束</Text>
        <Countdown until={price.endsAt} />
      </View>
    </View>
  )
}

function timePriceNote({ left, perMemberMax }: PriceNow): string {
  const notes = [
    ...(left === null ? [] : [`还剩 ${left} 件`]),
    ...(perMemberMax === null ? [] : [`每人 ${perMemberMax} 件`]),
  ]
  return notes.length > 0 ? notes.join(' · ') : '售完为止'
}
