import type { LimitedOffer } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { Price } from '@/components/price'
import { Countdown } from '@/hooks/countdown'
import { GoodsStrip } from './goods-strip'

type Props = { limited: LimitedOffer }

/** Goods at a price for a time, side by side, and how long it still holds. */
export const LimitedRow = ({ limited: { title, endsAt, skus } }: Props) => (
  <View className="limited">
    <View className="limited__head">
      <Text className="limited__title">{title}</Text>
      <Text className="limited__note">距结束</Text>
      <Countdown until={endsAt} />
    </View>
    <GoodsStrip
      goods={skus.map(({ nowFen, priceFen, ...sku }) => ({
        ...sku,
        price: <Price fen={nowFen} marketFen={priceFen} size="body" />,
      }))}
    />
  </View>
)
