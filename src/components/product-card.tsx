import { memo } from 'react'
import { Text, View } from '@tarojs/components'
import type { ProductCard as Product } from '@core/contract/catalog'
import { Picture } from './picture'
import { Price } from './price'
import { Tag } from './tag'
import { tappable } from './tappable'
import './product-card.scss'

type Props = {
  product: Product
  onOpen(productId: string): void
}

/** A product in a list of two columns. */
export const ProductCard = memo(function ProductCard({ product, onOpen }: Props) {
  const { id, title, subtitle, picture, fromFen, marketFen, isAvailable } = product
  return (
    <View className="product-card" {...tappable(title, 'link')} onClick={() => onOpen(id)}>
      <Picture name={picture} alt={title} frame="card" />
      <Text className="product-card__title">{title}</Text>
      <Text className="product-card__subtitle">{subtitle}</Text>
      <View className="product-card__foot">
        <Price fen={fromFen} marketFen={marketFen} />
        {!isAvailable && <Tag>已售罄</Tag>}
      </View>
    </View>
  )
})
