import type { OfferView, ProductView } from '@core/contract/storefront'
import type { Promotion } from '@core/domain/promotions/promotion'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Row } from '@/components/card'
import { Picture } from '@/components/picture'
import { Sheet } from '@/components/sheet'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { formatMoment } from '@/copy/dates'
import { formatAmount } from '@/copy/numbers'
import { audienceCopy, PROMOTION_NAMES, promotionCopy } from '@/copy/promotions'
import { useClaim } from '@/hooks/use-claim'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { shop } from '@/stores/shop'
import { CouponRow } from './coupon-row'
import { savingsCopy } from './savings-copy'
import './offers-section.scss'

type Props = {
  product: ProductView
  /** A coupon was claimed: reload the product. */
  onChange(): Promise<unknown>
}

/** One row that says what can be saved, and the sheet with every coupon and promotion. */
export function OffersSection({ product, onChange }: Props) {
  const [isOpen, setOpen] = useState(false)
  const claiming = useClaim(onChange)
  const shown = product.offers.filter((offer) => isShownAsOffer(offer.promotion, product.prices))
  const { coupons } = product
  if (shown.length + coupons.length === 0) return null
  return (
    <>
      <Row
        label="优惠"
        value={savingsCopy(
          coupons,
          shown.map(({ promotion }) => promotion),
        )}
        onTap={() => setOpen(true)}
      />
      <Sheet isOpen={isOpen} title="优惠" onClose={() => setOpen(false)}>
        {coupons.map((offer) => (
          <CouponRow key={offer.id} offer={offer} claiming={claiming} />
        ))}
        {shown.map((offer) => (
          <OfferRow key={offer.promotion.id} offer={offer} />
        ))}
      </Sheet>
      {claiming.sheet}
    </>
  )
}

/** Prices in force are shown above; future ones and those of other tiers are shown here. */
function isShownAsOffer({ id, kind }: Promotion, prices: ProductView['prices']): boolean {
  const isPrice = kind === 'timePrice' || kind === 'tierPrice'
  return !isPrice || !Object.values(prices).some(({ promotionId }) => promotionId === id)
}

function OfferRow({ offer }: { offer: OfferView }) {
  const { promotion, skus } = offer
  const tone = promotion.kind === 'tierPrice' ? 'gold' : 'price'
  return (
    <View className="offer-row">
      <Tag tone={tone}>{PROMOTION_NAMES[promotion.kind]}</Tag>
      <View className="offer-row__body">
        <Text className="offer-row__words">{offerCopy(offer)}</Text>
        <Text className="offer-row__note">{offerNote(promotion)}</Text>
        {promotion.kind === 'bundle' && skus.length > 0 && <Bundle offer={offer} />}
      </View>
    </View>
  )
}

function offerCopy({ promotion, skus }: OfferView): string {
  if (promotion.kind === 'timePrice' && promotion.prices[0]) {
    const prices = promotion.prices.map(({ priceFen }) => priceFen)
    const from = Math.min(...prices)
    const isFrom = prices.some((fen) => fen > from)
    const price = `${formatAmount(from)}${isFrom ? ' 起' : ''}`
    return `${formatMoment(promotion.startsAt, today())}开始 ${price}`
  }
  return promotionCopy(promotion, today(), skus[0]?.title)
}

function offerNote(promotion: Promotion): string {
  const tier = audienceCopy(promotion.minTier)
  return tier === '' ? promotion.title : `${promotion.title} · ${tier}`
}

/** The items of a bundle, and a button that adds them all to the cart. */
function Bundle({ offer: { promotion, skus } }: { offer: OfferView }) {
  if (promotion.kind !== 'bundle') return null
  const parts = promotion.parts.flatMap(({ skuId, quantity }) => {
    const sku = skus.find(({ id }) => id === skuId)
    return sku ? [{ ...sku, quantity }] : []
  })
  const separateFen = parts.reduce((sum, { priceFen, quantity }) => sum + priceFen * quantity, 0)
  const isComplete = parts.length === promotion.parts.length
  return (
    <>
      <View className="set">
        {parts.map((part) => (
          <View
            key={part.id}
            className="set__part"
            {...tappable(`看 ${part.title}`, 'link')}
            onClick={() => go.product(part.productId)}
          >
            <Picture name={part.picture} alt={part.title} frame="thumb" />
            <Text className="set__name">{part.title}</Text>
            <Text className="set__note">{`${part.spec} ×${part.quantity}`.trim()}</Text>
          </View>
        ))}
      </View>
      {isComplete && (
        <View className="set__foot">
          <Text className="set__note">{`分开买 ${formatAmount(separateFen)}`}</Text>
          <Button kind="soft" size="small" onTap={() => void addBundleToCart(promotion.parts)}>
            整套放进购物车
          </Button>
        </View>
      )}
    </>
  )
}

/** Adds the items one by one: the cart handles one change at a time. */
async function addBundleToCart(
  parts: readonly { skuId: string; quantity: number }[],
): Promise<void> {
  for (const { skuId, quantity } of parts) {
    if (!(await shop.getState().addToCart(skuId, quantity))) return
  }
  toast('整套已放进购物车')
}
