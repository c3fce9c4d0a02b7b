import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Icon } from '@/components/icon'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import type { PromotionProgress } from '@/copy/promotion-progress'
import { go } from '@/services/route'

/** Promotions shown above the cart: more push its lines off the screen. */
const SHOWN_MAX = 4

/**
 * Progress towards promotions; what is missing leads to goods that close the gap. Re-renders only
 * when its content changes.
 */
export const CartPromotions = memo(
  function CartHints({ promotions }: { promotions: PromotionProgress[] }) {
    if (promotions.length === 0) return null
    return (
      <View className="cart-hints">
        {promotions.slice(0, SHOWN_MAX).map(({ id, tag, text, isReached, gap }) => (
          <View
            key={id}
            className={gap ? 'cart-hints__one cart-hints__one--open' : 'cart-hints__one'}
            {...(gap ? tappable(`去凑单：${text}`, 'link') : {})}
            onClick={() => gap && go.gapGoods(id)}
          >
            <Tag tone={isReached ? 'leaf' : 'price'}>{tag}</Tag>
            <Text className="cart-hints__words">{text}</Text>
            {gap && (
              <View className="cart-hints__way">
                <Text>去凑单</Text>
                <Icon name="next" />
              </View>
            )}
          </View>
        ))}
      </View>
    )
  },
  (a, b) => JSON.stringify(a.promotions) === JSON.stringify(b.promotions),
)
