import type { ReviewView } from '@core/contract/reviews'
import { STAR_COPY } from './reviews'

/** Characters of a review on a card: WeChat shows two short lines. */
const CARD_TEXT_MAX = 24

/** What a shared review's card says: the words, or the stars of one without words. */
export function reviewCardTitle(review: Pick<ReviewView, 'said' | 'stars' | 'name'>): string {
  const { text } = review.said
  const letters = [...text.replace(/\s+/g, ' ')]
  const short = letters.slice(0, CARD_TEXT_MAX).join('')
  const cut = letters.length > CARD_TEXT_MAX ? '…' : ''
  const words = text === '' ? STAR_COPY[review.stars] : `${short}${cut}`
  return `${review.stars} 星评价：${words}`
}
