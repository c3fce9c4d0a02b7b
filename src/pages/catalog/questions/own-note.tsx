import type { OwnQuestion } from '@core/contract/questions'
import { Text, View } from '@tarojs/components'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { QUESTION_STATE_COPY } from '@/copy/reviews'
import { go } from '@/services/route'

/** State and product of the user's own question. */
export function OwnNote({ question }: { question: OwnQuestion }) {
  const { state, hiddenReason, title, productId } = question
  const stateText = QUESTION_STATE_COPY[state]
  return (
    <View className="own-note">
      <Text
        className="own-note__product"
        {...tappable(`看商品 ${title}`, 'link')}
        onClick={() => go.product(productId)}
      >
        {title}
      </Text>
      <Tag tone={state === 'waiting' || state === 'hidden' ? 'plain' : 'leaf'}>
        {state === 'hidden' ? `${stateText}：${hiddenReason}` : stateText}
      </Tag>
    </View>
  )
}
