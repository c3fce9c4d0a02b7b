import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Tag } from '@/components/tag'
import type { PromotionProgress } from './promotion-progress'

/** What the activities have in store for what is chosen; drawn anew only when it says more. */
export const CartPromotions = memo(
  function CartHints({ hints }: { hints: PromotionProgress[] }) {
    if (hints.length === 0) return null
    return (
      <View className="cart-hints">
        {hints.map(({ id, tag, text: words, isReached }) => (
          <View key={id} className="cart-hints__one">
            <Tag tone={isReached ? 'leaf' : 'price'}>{tag}</Tag>
            <Text className="cart-hints__words">{words}</Text>
          </View>
        ))}
      </View>
    )
  },
  (a, b) => JSON.stringify(a.hints) === JSON.stringify(b.hints),
)
