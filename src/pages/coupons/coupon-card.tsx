import type { CouponTerms } from '@core/domain/coupons/coupon'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { couponCopy, couponFigure, couponThresholdCopy } from '@/copy/coupons'
import './coupon-card.scss'

type Props = {
  terms: CouponTerms
  /** Validity and other notes, one line each. */
  notes: readonly string[]
  /** No longer usable: greyed out. */
  isOver?: boolean
  /** Shown at the right end. */
  action?: ReactNode
  children?: ReactNode
}

/** A coupon: discount, threshold, terms, notes. */
export function CouponCard({ terms, notes, isOver = false, action, children }: Props) {
  return (
    <View className={isOver ? 'coupon coupon--over' : 'coupon'}>
      <View className="coupon__worth">
        <Text className="coupon__figure">{couponFigure(terms)}</Text>
        <Text className="coupon__from">{couponThresholdCopy(terms)}</Text>
      </View>
      <View className="coupon__body">
        <View className="coupon__line">
          <View className="coupon__words">
            <Text className="coupon__title">{terms.title}</Text>
            <Text className="coupon__note">{couponCopy(terms)}</Text>
            {notes.map((note) => (
              <Text key={note} className="coupon__note">
                {note}
              </Text>
            ))}
          </View>
          {action}
        </View>
        {children}
      </View>
    </View>
  )
}
