import type { PriceNow as Now } from '@core/domain/pricing/price-now'
import type { Promotion } from '@core/domain/promotions/promotion'
import type { Fen } from '@core/kernel/money'
import { View } from '@tarojs/components'
import { ADJUSTMENT_COPY, promotionTag } from '@/copy/promotions'
import { Price } from './price'
import { Tag } from './tag'
import './price-now.scss'

type PriceNowProps = {
  price: Now
  /** The price before, where no activity changes the list price. */
  marketFen?: Fen | null
  size?: 'body' | 'card' | 'large'
  /** Leaves out the price before: there is no room for it. */
  isShort?: boolean
}

/** What a piece costs now: the price of a time in red, that of a tier in gold. */
export function PriceNow(props: PriceNowProps) {
  const { price, marketFen = null, size = 'card', isShort = false } = props
  const before = price.code === null ? marketFen : price.listFen
  const tone = price.code === 'TIER_PRICE' ? 'gold' : 'price'
  return <Price fen={price.fen} marketFen={isShort ? null : before} size={size} tone={tone} />
}

type PriceTagsProps = { price: Now; offers: readonly Promotion[] }

/** Why the price is what it is, and what else it is offered with; nothing when it is plain. */
export function PriceTags({ price, offers }: PriceTagsProps) {
  if (price.code === null && offers.length === 0) return null
  return (
    <View className="price-tags">
      {price.code === 'TIME_PRICE' && <Tag tone="price">{ADJUSTMENT_COPY.TIME_PRICE}</Tag>}
      {price.code === 'TIER_PRICE' && <Tag tone="gold">{ADJUSTMENT_COPY.TIER_PRICE}</Tag>}
      {offers.map((offer) => (
        <Tag key={offer.id} tone="price">
          {promotionTag(offer)}
        </Tag>
      ))}
    </View>
  )
}
