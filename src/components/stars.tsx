import { STARS, type Stars as StarCount } from '@core/domain/reviews/review'
import { View } from '@tarojs/components'
import { STAR_COPY } from '@/copy/reviews'
import { tappable } from './tappable'
import './stars.scss'

type Props = {
  /** `null` while nothing is chosen. */
  value: StarCount | null
  /** Makes the stars selectable. */
  onChange?(value: StarCount): void
}

/** One to five stars, read-only or selectable. */
export function Stars({ value, onChange }: Props) {
  const lit = value ?? 0
  if (!onChange) {
    return (
      <View className="stars" role="img" aria-label={`${lit} 星`}>
        {STARS.map((one) => (
          <View key={one} className={one <= lit ? 'stars__one stars__one--lit' : 'stars__one'} />
        ))}
      </View>
    )
  }
  return (
    <View className="stars stars--given">
      {STARS.map((one) => (
        <View
          key={one}
          className="stars__tap"
          {...tappable(`${one} 星，${STAR_COPY[one]}`)}
          aria-pressed={one === value}
          onClick={() => onChange(one)}
        >
          <View className={one <= lit ? 'stars__one stars__one--lit' : 'stars__one'} />
        </View>
      ))}
    </View>
  )
}
