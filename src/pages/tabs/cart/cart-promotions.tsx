import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Tag } from '@/components/tag'
import type { PromotionProgress } from './promotion-progress'

/** Progress towards promotions; re-renders only when its content changes. */
export const CartPromotions = memo(
  function CartHints({ promotions }: { promotions: PromotionProgress[] }) {
    if (promotions.length === 0) return null
    return (
      <View className="cart-hints">
        {promotions.map(({ id, tag, text, isReached }) => (
          <View key={id} className="cart-hints__one">
            <Tag tone={isReached ? 'leaf' : 'price'}>{tag}</Tag>
            <Text className="cart-hints__words">{text}</Text>
          </View>
        ))}
      </View>
    )
  },
  (a, b) => JSON.stringify(a.promotions) === JSON.stringify(b.promotions),
)
