import type { ProductView } from '@core/contract/storefront'
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

/** Whether the displayed price is only the lowest: nothing is chosen, and the prices differ. */
export const isPriceFrom = (
  { skus, prices }: Pick<ProductView, 'skus' | 'prices'>,
  sku: { id: string } | null,
): boolean => sku === null && new Set(skus.map(({ id }) => prices[id]?.fen)).size > 1

/** The price of the chosen SKU; without a choice, the lowest price. */
export function displayedPrice(
  { skus, prices }: Pick<ProductView, 'skus' | 'prices'>,
  sku: { id: string } | null,
): PriceNow | undefined {
  if (sku) return prices[sku.id]
  const all = skus.flatMap(({ id }) => prices[id] ?? [])
  return all.reduce<PriceNow | undefined>(
    (lowest, one) => (lowest && lowest.fen <= one.fen ? lowest : one),
    undefined,
  )
}
