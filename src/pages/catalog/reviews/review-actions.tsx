import type { ReviewView } from '@core/contract/reviews'
import { Button as ShareButton, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { IN_WECHAT } from '@/services/build'

type Props = { review: ReviewView; onReport(): void }

/** A reader's actions on a review: share and report. */
export function ReviewActions({ review, onReport }: Props) {
  return (
    <View className="review__acts">
      {!review.isMine && (
        <Button kind="quiet" size="small" label={`举报 ${review.name} 的评价`} onTap={onReport}>
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
