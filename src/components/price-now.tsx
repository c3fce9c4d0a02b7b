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
  /** The market price, shown when no promotion changes the list price. */
  marketFen?: Fen | null
  size?: 'body' | 'card' | 'large'
  /** Whether it is only the lowest price of several SKUs. */
  isFrom?: boolean
  /** Leaves out the previous price for lack of space. */
  isShort?: boolean
}

/** The current price of a piece: time prices in red, tier prices in gold. */
export function PriceNow(props: PriceNowProps) {
  const { price, marketFen = null, size = 'card', isFrom = false, isShort = false } = props
  const previous = price.code === null ? marketFen : price.listFen
  const tone = price.code === 'TIER_PRICE' ? 'gold' : 'price'
  // Another SKU has another previous price.
  const shownPrevious = isShort || isFrom ? null : previous
  return <Price fen={price.fen} marketFen={shownPrevious} size={size} tone={tone} isFrom={isFrom} />
}

type PriceTagsProps = { price: Now; offers: readonly Promotion[] }

/** Tags for the price reason and other promotions; nothing for a plain price. */
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
