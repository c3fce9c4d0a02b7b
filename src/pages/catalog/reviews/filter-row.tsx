import type { ReviewListInput } from '@core/contract/reviews'
import type { Rating } from '@core/domain/catalog/product'
import { STARS } from '@core/domain/reviews/review'
import { ScrollView, View } from '@tarojs/components'
import { Choice } from '@/components/choice'
import { formatCount } from '@/copy/numbers'

type Only = ReviewListInput['only']
type Props = { rating: Rating; only: Only; onChange(only: Only): void }

/** Filters: all, with pictures, by stars; only those that match something. */
export function FilterRow({ rating, only, onChange }: Props) {
  if (rating.count === 0) return null
  const starsPresent = [...STARS].reverse().filter((stars) => (rating.stars[stars - 1] ?? 0) > 0)
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="review-filters">
      <View className="review-filters__row">
        <Choice isSelected={only === undefined} onTap={() => onChange(undefined)}>
          {`全部 ${formatCount(rating.count)}`}
        </Choice>
        {rating.pictured > 0 && (
          <Choice
            isSelected={only?.kind === 'pictured'}
            onTap={() => onChange({ kind: 'pictured' })}
          >
            {`有图 ${formatCount(rating.pictured)}`}
          </Choice>
        )}
        {starsPresent.map((stars) => (
          <Choice
            key={stars}
            isSelected={only?.kind === 'stars' && only.stars === stars}
            onTap={() => onChange({ kind: 'stars', stars })}
          >
            {`${stars} 星 ${formatCount(rating.stars[stars - 1] ?? 0)}`}
          </Choice>
        ))}
      </View>
    </ScrollView>
  )
}
