import type { ProductCard } from '@core/contract/storefront'
import { ScrollView, Text, View } from '@tarojs/components'
import { Picture } from '@/components/picture'
import { PriceNow } from '@/components/price-now'
import { tappable } from '@/components/tappable'
import { go } from '@/services/route'

type Props = { products: ProductCard[] }

/** The newest products, side by side. */
export const FreshRow = ({ products }: Props) => (
  <View>
    <View className="home__heading">
      <Text>新品</Text>
    </View>
    <ScrollView scrollX className="row-of-goods">
      {products.map(({ id, title, picture, now, marketFen, isFrom }) => (
        <View
          key={id}
          className="row-of-goods__item"
          {...tappable(title, 'link')}
          onClick={() => go.product(id)}
        >
          <Picture name={picture} alt="" frame="thumb" />
          <Text className="row-of-goods__name">{title}</Text>
          <PriceNow price={now} marketFen={marketFen} isFrom={isFrom} />
        </View>
      ))}
    </ScrollView>
  </View>
)
