import type { LimitedOffer } from '@core/contract/storefront'
import { ScrollView, Text, View } from '@tarojs/components'
import { Picture } from '@/components/picture'
import { Price } from '@/components/price'
import { tappable } from '@/components/tappable'
import { Countdown } from '@/hooks/countdown'
import { go } from '@/services/route'

type Props = { limited: LimitedOffer }

/** Goods at a price for a time, side by side, and how long it still holds. */
export const LimitedRow = ({ limited: { title, endsAt, skus } }: Props) => (
  <View className="limited">
    <View className="limited__head">
      <Text className="limited__title">{title}</Text>
      <Text className="limited__note">距结束</Text>
      <Countdown until={endsAt} />
    </View>
    <ScrollView scrollX className="limited__goods">
      {skus.map((sku) => (
        <View
          key={sku.id}
          className="limited__item"
          {...tappable(sku.title, 'link')}
          onClick={() => go.product(sku.productId)}
        >
          <Picture name={sku.picture} alt="" frame="thumb" />
          <Text className="limited__name">{sku.title}</Text>
          <Price fen={sku.nowFen} marketFen={sku.priceFen} size="body" />
        </View>
      ))}
    </ScrollView>
  </View>
)
