import type { CouponOffer } from '@core/contract/coupons'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Tag } from '@/components/tag'
import { CLAIM_ERROR_COPY, couponCopy, validityCopy } from '@/copy/coupons'
import type { Claiming } from '@/hooks/use-claim'
import { today } from '@/services/clock'

type Props = { offer: CouponOffer; claiming: Claiming }

/** A coupon for the product: what it takes off, until when, and claiming it. */
export function CouponRow({ offer, claiming }: Props) {
  const { id, terms, validity } = offer
  const note = `${terms.title} · ${validityCopy(validity, today())}`
  return (
    <View className="offer-row">
      <Tag tone="price">券</Tag>
      <View className="offer-row__body">
        <Text className="offer-row__words">{couponCopy(terms)}</Text>
        <Text className="offer-row__note">{note}</Text>
      </View>
      <CouponAction offer={offer} isBusy={claiming.busyId === id} onClaim={claiming.claim} />
    </View>
  )
}

type ActionProps = { offer: CouponOffer; isBusy: boolean; onClaim: Claiming['claim'] }

function CouponAction({ offer, isBusy, onClaim }: ActionProps) {
  const { refusal, claimed } = offer
  if (refusal === null || refusal === 'NOT_A_MEMBER') {
    return (
      <Button kind="soft" size="small" busy={isBusy} onTap={() => void onClaim(offer)}>
        领取
      </Button>
    )
  }
  return (
    <Text className="offer-row__note">{claimed > 0 ? '已领取' : CLAIM_ERROR_COPY[refusal]}</Text>
  )
}
