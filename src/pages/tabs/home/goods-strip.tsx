import { ScrollView, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Picture } from '@/components/picture'
import { tappable } from '@/components/tappable'
import { go } from '@/services/route'

/** What a strip shows of a product or one of its SKUs; `id` is unique among the shown. */
type Shown = { id: string; productId: string; title: string; picture: string; price: ReactNode }

/** Goods side by side: picture, name and price; a tap opens the product. */
export const GoodsStrip = ({ goods }: { goods: readonly Shown[] }) => (
  <ScrollView scrollX className="goods-strip">
    {goods.map(({ id, productId, title, picture, price }) => (
      <View
        key={id}
        className="goods-strip__item"
        {...tappable(title, 'link')}
        onClick={() => go.product(productId)}
      >
        <Picture name={picture} alt="" frame="thumb" />
        <Text className="goods-strip__name">{title}</Text>
        {price}
      </View>
    ))}
  </ScrollView>
)
