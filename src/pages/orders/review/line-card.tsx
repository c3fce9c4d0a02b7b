import type { LineReview, OwnReview } from '@core/contract/reviews'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Picture } from '@/components/picture'
import { ReviewCard } from '@/components/review-card'
import { REVIEW_STEP_COPY, reviewVisibilityCopy } from '@/copy/reviews'
import { today } from '@/services/clock'
import { showPictures } from '@/services/picture'
import { AppendForm } from './append-form'
import { ReviewForm } from './review-form'

type Props = {
  orderId: string
  line: LineReview
  isOpen: boolean
  onOpen(): void
  onReviewed(review: OwnReview): void
}

/** A purchased line: its review, or the form for it. */
export function LineCard({ orderId, line, isOpen, onOpen, onReviewed }: Props) {
  const { review, step, lineKey } = line
  const visibility = review ? reviewVisibilityCopy(review) : ''
  return (
    <View className="card">
      <View className="reviewed-line">
        <Picture name={line.picture} alt="" frame="thumb" />
        <View className="reviewed-line__words">
          <Text className="reviewed-line__title">{line.title}</Text>
          <Text className="reviewed-line__spec">{line.spec}</Text>
        </View>
        {step && !isOpen && (
          <Button
            kind="soft"
            size="small"
            label={`${REVIEW_STEP_COPY[step]} ${line.title}`}
            onTap={onOpen}
          >
            {REVIEW_STEP_COPY[step]}
          </Button>
        )}
      </View>
      {review && (
        <ReviewCard review={review} today={today()} onPicture={showPictures}>
          {visibility !== '' && <Text className="reviewed-line__standing">{visibility}</Text>}
        </ReviewCard>
      )}
      {isOpen && step === 'WRITE' && (
        <ReviewForm line={{ orderId, lineKey }} onWritten={onReviewed} />
      )}
      {isOpen && step === 'APPEND' && (
        <AppendForm line={{ orderId, lineKey }} onAppended={onReviewed} />
      )}
    </View>
  )
}
