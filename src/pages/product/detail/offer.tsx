import { Text, View } from '@tarojs/components'
import type { ProductView, SkuView } from '@core/contract/catalog'
import { Price } from '@/components/price'
import { Tag } from '@/components/tag'
import { grouped, roundAmountWords } from '@/words/numbers'

type Props = { product: ProductView; sku: SkuView | null }

/** What it costs, what it brings, what it is. */
export function Offer({ product, sku }: Props) {
  const { skus, sold, earnsPoints, freeFreightFromFen, title, subtitle } = product
  const shown = sku ?? skus[0]
  return (
    <View className="offer">
      <View className="offer__prices">
        <Price fen={shown?.priceFen ?? 0} marketFen={shown?.marketFen ?? null} size="large" />
        {sold > 0 && <Text className="offer__sold">{`已售 ${grouped(sold)}`}</Text>}
      </View>
      <View className="offer__tags">
        {earnsPoints > 0 && <Tag tone="leaf">{`下单得 ${earnsPoints} 积分`}</Tag>}
        <Tag tone="price">{`满 ${roundAmountWords(freeFreightFromFen)} 包邮`}</Tag>
      </View>
      <View className="offer__title">{title}</View>
      <View className="offer__subtitle">{subtitle}</View>
    </View>
  )
}
