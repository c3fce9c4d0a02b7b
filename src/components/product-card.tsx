import type { ProductCard as Product } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import { Picture } from './picture'
import { PriceNow, PriceTags } from './price-now'
import { Tag } from './tag'
import { tappable } from './tappable'
import './product-card.scss'

type Props = {
  product: Product
  onOpen(productId: string): void
}

/** A product in a list of two columns. */
export const ProductCard = memo(function ProductCard({ product, onOpen }: Props) {
  const { id, title, subtitle, picture, now, offers, marketFen, isFrom } = product
  const state = availabilityTag(product)
  return (
    <View className="product-card" {...tappable(title, 'link')} onClick={() => onOpen(id)}>
      <Picture name={picture} alt={title} frame="card" />
      <Text className="product-card__title">{title}</Text>
      <Text className="product-card__subtitle">{subtitle}</Text>
      <PriceTags price={now} offers={offers} />
      <View className="product-card__foot">
        <PriceNow price={now} marketFen={marketFen} isFrom={isFrom} isShort={state !== null} />
        {state}
      </View>
    </View>
  )
})

/** The first reason why it cannot be bought, as a tag; `null` when it can. */
function availabilityTag(product: Product): ReactNode {
  if (!product.isOnSale) return <Tag>已下架</Tag>
  if (product.launchAt !== null) return <Tag tone="gold">即将开售</Tag>
  return product.isAvailable ? null : <Tag>已售罄</Tag>
}
