import type { CouponTerms } from '@core/domain/coupons/coupon'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { couponCopy, couponFigure, couponThresholdCopy } from '@/copy/coupons'
import './coupon-card.scss'

type Props = {
  terms: CouponTerms
  /** When it can be used, and the like: one line each. */
  notes: readonly string[]
  /** Cannot be used any more. */
  isOver?: boolean
  /** What stands at the right end. */
  action?: ReactNode
  children?: ReactNode
}

/** A coupon: what it takes off, from when on, and until when. */
export function CouponCard({ terms, notes, isOver = false, action: end, children }: Props) {
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
          {end}
        </View>
        {children}
      </View>
    </View>
  )
}
