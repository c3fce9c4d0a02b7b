import type { ProductView, SkuView } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { PriceNow } from '@/components/price-now'
import { displayedPrice, isPriceFrom } from '@/components/sku-choice'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { TIER_COPY } from '@/copy/lifecycle'
import { formatAmount, formatCount, formatRoundAmount } from '@/copy/numbers'
import { go } from '@/services/route'
import { pointsCopy } from './sale-copy'

type Props = { product: ProductView; sku: SkuView | null; onToggleFavourite(): void }

/** Price, points, tags, brand, title. */
export function ProductSummary({ product, sku, onToggleFavourite }: Props) {
  const { skus, sold, title, subtitle } = product
  const { freeFromFen } = product.freight
  const { brand, tags, isSample, tierAhead, isFavourite } = product
  const shown = sku ?? skus[0]
  const price = displayedPrice(product, sku)
  const points = pointsCopy(product, sku)
  return (
    <View className="offer">
      <View className="offer__prices">
        {price && (
          <PriceNow
            price={price}
            marketFen={shown?.marketFen ?? null}
            size="large"
            isFrom={isPriceFrom(product, sku)}
          />
        )}
        {sold > 0 && <Text className="offer__sold">{`已售 ${formatCount(sold)}`}</Text>}
      </View>
      <View className="offer__tags">
        {points !== '' && <Tag tone="leaf">{points}</Tag>}
        {price?.code === 'TIER_PRICE' && <Tag tone="gold">{price.title}</Tag>}
        {freeFromFen !== null && (
          <Tag tone="price">{`满 ${formatRoundAmount(freeFromFen)} 包邮`}</Tag>
        )}
        {tierAhead && (
          <Tag tone="gold">{`${TIER_COPY[tierAhead.tier]}价 ${formatAmount(tierAhead.fen)}`}</Tag>
        )}
        {isSample && <Tag tone="gold">体验装</Tag>}
      </View>
      {brand !== '' && (
        <View
          className="offer__brand"
          {...tappable(`看 ${brand} 的全部`, 'link')}
          onClick={() => go.brand(brand)}
        >
          {brand}
        </View>
      )}
      <View className="offer__heading">
        <View className="offer__title">{title}</View>
        <View
          className="offer__favourite"
          {...tappable(isFavourite ? '取消收藏' : '收藏')}
          onClick={onToggleFavourite}
        >
          <Icon name={isFavourite ? 'heart-full' : 'heart'} />
          <Text>{isFavourite ? '已收藏' : '收藏'}</Text>
        </View>
      </View>
      <View className="offer__subtitle">{subtitle}</View>
      {tags.length > 0 && (
        <View className="offer__words">
          {tags.map((tag) => (
            <View
              key={tag.id}
              className="offer__word"
              {...tappable(`看带「${tag.name}」的`, 'link')}
              onClick={() => go.tagged(tag)}
            >
              {`# ${tag.name}`}
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
