import type { ProductView } from '@core/contract/storefront'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ReviewCard } from '@/components/review-card'
import { averageCopy, ratingCopy } from '@/copy/reviews'
import { today } from '@/services/clock'
import { showPictures } from '@/services/picture'
import { go } from '@/services/route'

type Props = { product: Pick<ProductView, 'id' | 'rating' | 'reviews'> }

/** Average rating, the latest reviews, and the link to all. */
export function ReviewsSection({ product }: Props) {
  const { id, rating, reviews } = product
  if (rating.count === 0) {
    return (
      <Card title="评价">
        <View className="product__none">还没有评价，收到货后来说说</View>
      </Card>
    )
  }
  return (
    <Card
      title={`评价 ${averageCopy(rating)}`}
      aside={ratingCopy(rating)}
      onAside={() => go.reviews(id)}
    >
      {reviews.map((review) => (
        <ReviewCard key={review.id} review={review} today={today()} onPicture={showPictures} />
      ))}
    </Card>
  )
}
