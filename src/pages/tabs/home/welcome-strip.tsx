import type { CouponOffer } from '@core/contract/coupons'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { couponCopy } from '@/copy/coupons'
import { useClaim } from '@/hooks/use-claim'
import { shop } from '@/stores/shop'

/** A coupon for who has not ordered yet, claimed with one tap. */
export function WelcomeStrip({ offer }: { offer: CouponOffer }) {
  const claiming = useClaim(() => shop.getState().loadHome())
  return (
    <View className="strip">
      <View className="strip__words">
        <Text className="strip__title">第一单，送你一张券</Text>
        <Text className="strip__note">{couponCopy(offer.terms)}</Text>
      </View>
      <Button
        kind="soft"
        size="small"
        busy={claiming.busyId === offer.id}
        onTap={() => void claiming.claim(offer)}
      >
        领取
      </Button>
      {claiming.sheet}
    </View>
  )
}
