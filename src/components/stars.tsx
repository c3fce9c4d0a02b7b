import { type Stars as Count, STARS } from '@core/domain/reviews/review'
import { View } from '@tarojs/components'
import { STAR_COPY } from '@/copy/reviews'
import { tappable } from './tappable'
import './stars.scss'

type Props = {
  /** How many are lit; `null` while none is chosen. */
  value: Count | null
  /** Makes each star a button. */
  onChange?(value: Count): void
}

/** One to five stars, to be read or to be given. */
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
