import type { ReviewView } from '@core/contract/reviews'
import { Button as ShareButton, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { IN_WECHAT } from '@/services/build'

type Props = { review: ReviewView; onReport(): void }

/** What a reader can do with a review: show it to a friend, speak against it. */
export function ReviewActions({ review, onReport: onAccuse }: Props) {
  return (
    <View className="review__acts">
      {!review.isMine && (
        <Button kind="quiet" size="small" label={`举报 ${review.name} 的评价`} onTap={onAccuse}>
          举报
        </Button>
      )}
      {IN_WECHAT && (
        <ShareButton
          id={`share-${review.id}`}
          className="share-button"
          openType="share"
          data-review={review.id}
          aria-label={`分享 ${review.name} 的评价`}
        >
          分享
        </ShareButton>
      )}
    </View>
  )
}
