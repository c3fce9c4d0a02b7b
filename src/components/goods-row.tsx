import type { ProductCard } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Icon } from './icon'
import { Picture } from './picture'
import { PriceNow, PriceTags } from './price-now'
import { Tag } from './tag'
import { tappable } from './tappable'
import './goods-row.scss'

type Props<T extends ProductCard> = {
  product: T
  onOpen(productId: string): void
  onAdd(product: T): void
}

/** A product in a list of one column, with a button that adds it to the cart. */
function Row<T extends ProductCard>({ product, onOpen, onAdd }: Props<T>) {
  const { id, title, subtitle, picture, now, offers, marketFen, isAvailable, launchAt } = product
  const state =
    launchAt !== null ? <Tag tone="gold">即将开售</Tag> : isAvailable ? null : <Tag>已售罄</Tag>
  return (
    <View className="goods-row" {...tappable(title, 'link')} onClick={() => onOpen(id)}>
      <Picture name={picture} alt="" frame="thumb" />
      <View className="goods-row__words">
        <Text className="goods-row__title">{title}</Text>
        <Text className="goods-row__subtitle">{subtitle}</Text>
        <PriceTags price={now} offers={offers} />
        {state && <View className="goods-row__state">{state}</View>}
        <PriceNow price={now} marketFen={marketFen} isFrom={product.isFrom} />
      </View>
      {!state && (
        <View
          className="goods-row__take"
          {...tappable(`把 ${title} 放进购物车`)}
          onClick={(event) => {
            event.stopPropagation()
            onAdd(product)
          }}
        >
          <View className="goods-row__plus">
            <Icon name="plus" />
          </View>
        </View>
      )}
    </View>
  )
}

// `memo` forgets that a component is generic.
export const GoodsRow = memo(Row) as typeof Row
