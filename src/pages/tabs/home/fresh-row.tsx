import type { ProductCard } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { PriceNow } from '@/components/price-now'
import { GoodsStrip } from './goods-strip'

type Props = { products: ProductCard[] }

/** The newest products, side by side. */
export const FreshRow = ({ products }: Props) => (
  <View className="fresh">
    <View className="home__heading">
      <Text>新品</Text>
    </View>
    <GoodsStrip
      goods={products.map(({ id, title, picture, now, marketFen, isFrom }) => ({
        id,
        productId: id,
        title,
        picture,
        price: <PriceNow price={now} marketFen={marketFen} isFrom={isFrom} />,
      }))}
    />
  </View>
)
