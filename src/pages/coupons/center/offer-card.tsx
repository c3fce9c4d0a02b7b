import type { CouponOffer } from '@core/contract/coupons'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { CLAIM_ERROR_COPY, validityCopy } from '@/copy/coupons'
import { formatMoment } from '@/copy/dates'
import { audienceCopy } from '@/copy/promotions'
import { today } from '@/services/clock'
import { CouponCard } from '../coupon-card'
import { openCouponGoods } from '../open-coupon-goods'
import './offer-card.scss'

type Props = { offer: CouponOffer; isBusy: boolean; onClaim(): void }

/** A coupon to claim: terms, share already claimed, action. */
export function OfferCard({ offer, isBusy, onClaim }: Props) {
  const tier = audienceCopy(offer.minTier)
  const notes = [validityCopy(offer.validity, today()), ...(tier === '' ? [] : [tier])]
  const isOver = offer.refusal === 'ALL_GONE' || offer.refusal === 'ENDED'
  return (
    <CouponCard
      terms={offer.terms}
      notes={notes}
      isOver={isOver}
      action={<OfferAction offer={offer} isBusy={isBusy} onClaim={onClaim} />}
    >
      <View className="gone">
        <View className="gone__track">
          <View className="gone__fill" style={{ width: `${offer.gonePercent}%` }} />
        </View>
        <Text className="gone__words">{claimedCopy(offer)}</Text>
      </View>
    </CouponCard>
  )
}

function claimedCopy({ refusal, gonePercent, claimFrom }: CouponOffer): string {
  if (refusal === 'NOT_STARTED') return `${formatMoment(claimFrom, today())} 开抢`
  return gonePercent === 100 ? '已领完' : `已领 ${gonePercent}%`
}

function OfferAction({ offer, isBusy, onClaim }: Props) {
  const { refusal, claimed } = offer
  if (refusal === null || refusal === 'NOT_A_MEMBER') {
    return (
      <Button size="small" kind="soft" busy={isBusy} onTap={onClaim}>
        立即领取
      </Button>
    )
  }
  if (claimed > 0) {
    return (
      <Button size="small" kind="quiet" onTap={() => openCouponGoods(offer.terms)}>
        去使用
      </Button>
    )
  }
  return <Text className="gone__why">{CLAIM_ERROR_COPY[refusal]}</Text>
}
