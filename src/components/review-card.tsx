import type { ReviewView } from '@core/contract/reviews'
import type { Day } from '@core/kernel/calendar'
import { dayOf, daysBetween } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { reviewNote } from '@/copy/reviews'
import { Photos } from './photos'
import { Stars } from './stars'
import './review-card.scss'

type Props = {
  review: Pick<ReviewView, 'name' | 'stars' | 'said' | 'appended' | 'spec' | 'reply' | 'at'>
  today: Day
  /** Opens one of several pictures full-screen. */
  onPicture(pictures: readonly string[], first: string): void
  /** Actions below the review. */
  children?: ReactNode
}

/** A review with its later addition and the shop's reply. */
export function ReviewCard({ review, today, onPicture, children }: Props) {
  const { name, stars, said, appended, reply } = review
  const photos = (pictures: readonly string[]) => (
    <Photos names={pictures} label="评价照片" onOpen={(first) => onPicture(pictures, first)} />
  )
  return (
    <View className="review">
      <View className="review__head">
        <Text className="review__name">{name}</Text>
        <Stars value={stars} />
      </View>
      <Text className="review__note">{reviewNote(review, today)}</Text>
      {said.text !== '' && (
        <Text className="review__text" selectable>
          {said.text}
        </Text>
      )}
      {photos(said.pictures)}
      {appended && (
        <View className="review__more">
          <Text className="review__mark">{appendedCopy(review.at, appended.at)}</Text>
          <Text className="review__text" selectable>
            {appended.text}
          </Text>
          {photos(appended.pictures)}
        </View>
      )}
      {reply && (
        <View className="review__reply">
          <Text className="review__mark">店家回复</Text>
          <Text className="review__text">{reply.text}</Text>
        </View>
      )}
      {children}
    </View>
  )
}

function appendedCopy(from: number, to: number): string {
  const days = daysBetween(dayOf(from), dayOf(to))
  return days === 0 ? '当天追评' : `${days} 天后追评`
}
