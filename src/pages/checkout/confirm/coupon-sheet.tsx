import type { PricingGrant, PricingInput } from '@core/domain/pricing/pricing-input'
import type { CouponOption, Quote } from '@core/domain/pricing/quote-types'
import { Text, View } from '@tarojs/components'
import { Checkbox } from '@/components/checkbox'
import { Sheet } from '@/components/sheet'
import { couponCopy, couponFigure, windowCopy } from '@/copy/coupons'
import { formatAmount } from '@/copy/numbers'
import { skipReasonCopy } from '@/copy/promotions'
import { now } from '@/services/clock'
import { shop } from '@/stores/shop'

type Props = { isOpen: boolean; quote: Quote; input: PricingInput; onClose(): void }

/** The customer's coupons: usable ones, best first, then the others with the reason. */
export function CouponSheet({ isOpen, quote, input, onClose }: Props) {
  const choose = (grantId: string | null) => {
    shop.getState().setChoice({ grantId })
    onClose()
  }
  const usable = quote.coupons.filter((option) => option.reason === null)
  const others = quote.coupons.filter((option) => option.reason !== null)
  const grantOf = ({ grantId }: CouponOption) => input.grants.find(({ id }) => id === grantId)
  return (
    <Sheet isOpen={isOpen} title="优惠券" onClose={onClose}>
      <View className="coupons">
        {usable.map((option) => (
          <CouponRow
            key={option.grantId}
            grant={grantOf(option)}
            note={`这一单减 ${formatAmount(option.offFen)}`}
            isChosen={quote.grantId === option.grantId}
            onTap={() => choose(option.grantId)}
          />
        ))}
        {usable.length > 0 && (
          <View className="coupons__none" onClick={() => choose(null)}>
            <Text>这一单不用券</Text>
            <Checkbox
              isChecked={quote.grantId === null}
              label="这一单不用券"
              onTap={() => choose(null)}
            />
          </View>
        )}
        {others.length > 0 && <View className="coupons__others">暂时用不上</View>}
        {others.map((option) => (
          <CouponRow key={option.grantId} grant={grantOf(option)} note={unusableCopy(option)} />
        ))}
      </View>
    </Sheet>
  )
}

const unusableCopy = ({ reason, missingFen }: CouponOption): string =>
  reason === null ? '' : skipReasonCopy({ code: 'COUPON', reason, missingFen })

type RowProps = {
  grant: PricingGrant | undefined
  note: string
  isChosen?: boolean
  onTap?(): void
}

function CouponRow({ grant, note, isChosen = false, onTap }: RowProps) {
  if (!grant) return null
  const { terms } = grant
  return (
    <View className={onTap ? 'coupon' : 'coupon coupon--off'} onClick={onTap}>
      <Text className="coupon__figure">{couponFigure(terms)}</Text>
      <View className="coupon__words">
        <Text className="coupon__title">{terms.title}</Text>
        <Text className="coupon__note">{couponCopy(terms)}</Text>
        <Text className="coupon__note">{windowCopy(grant, now())}</Text>
        <Text className="coupon__why">{note}</Text>
      </View>
      {onTap && <Checkbox isChecked={isChosen} label={`用 ${terms.title}`} onTap={onTap} />}
    </View>
  )
}
