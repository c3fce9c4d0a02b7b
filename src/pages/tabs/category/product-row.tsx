import type { ProductCard } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Icon } from '@/components/icon'
import { Picture } from '@/components/picture'
import { PriceNow, PriceTags } from '@/components/price-now'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { shop } from '@/stores/shop'

type Props = { product: ProductCard }

/** Adds a product with a single SKU to the cart; others open their page to choose. */
async function addToCart({ id, title, onlySkuId }: ProductCard) {
  if (onlySkuId === null) return go.product(id)
  const isAdded = await shop.getState().addToCart(onlySkuId, 1)
  if (isAdded) toast(`${title} 已放进购物车`)
}

/** A product of a category, with an add-to-cart button. */
export const ProductRow = memo(function ProductRow({ product }: Props) {
  const { id, title, subtitle, picture, now, offers, marketFen, isAvailable, launchAt } = product
  return (
    <View className="category-row" {...tappable(title, 'link')} onClick={() => go.product(id)}>
      <Picture name={picture} alt="" frame="thumb" />
      <View className="category-row__words">
        <Text className="category-row__title">{title}</Text>
        <Text className="category-row__subtitle">{subtitle}</Text>
        <PriceTags price={now} offers={offers} />
        <PriceNow price={now} marketFen={marketFen} isFrom={product.isFrom} />
      </View>
      {launchAt !== null ? (
        <Tag tone="gold">即将开售</Tag>
      ) : isAvailable ? (
        <View
          className="category-row__take"
          {...tappable(`把 ${title} 放进购物车`)}
          onClick={(event) => {
            event.stopPropagation()
            void addToCart(product)
          }}
        >
          <View className="category-row__plus">
            <Icon name="plus" />
          </View>
        </View>
      ) : (
        <Tag>已售罄</Tag>
      )}
    </View>
  )
})
