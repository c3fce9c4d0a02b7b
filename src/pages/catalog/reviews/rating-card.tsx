import type { Rating } from '@core/domain/catalog/product'
import { STARS } from '@core/domain/reviews/review'
import { Text, View } from '@tarojs/components'
import { averageCopy, ratingCopy } from '@/copy/reviews'

/** Average rating and its distribution. */
export function RatingCard({ rating }: { rating: Rating }) {
  const best = [...STARS].reverse()
  return (
    <View className="card rating">
      <View className="rating__figure">
        <Text className="rating__average">{averageCopy(rating)}</Text>
        <Text className="rating__words">{ratingCopy(rating)}</Text>
      </View>
      <View className="rating__bars">
        {best.map((stars) => (
          <Bar
            key={stars}
            name={`${stars} 星`}
            count={rating.stars[stars - 1] ?? 0}
            of={rating.count}
          />
        ))}
      </View>
    </View>
  )
}

function Bar({ name, count, of }: { name: string; count: number; of: number }) {
  const percent = of === 0 ? 0 : Math.round((count * 100) / of)
  return (
    <View className="rating__row" role="img" aria-label={`${name} ${count} 条`}>
      <Text className="rating__name">{name}</Text>
      <View className="rating__bar">
        <View className="rating__part" style={{ width: `${percent}%` }} />
      </View>
    </View>
  )
}
