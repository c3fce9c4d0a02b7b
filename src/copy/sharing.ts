import type { ReviewView } from '@core/contract/reviews'
import { STAR_COPY } from './reviews'

/** Maximum characters of review text on a card: WeChat shows two short lines. */
const CARD_TEXT_MAX = 24

/** Title of a shared review's card: its text, or the meaning of its stars. */
export function reviewCardTitle(review: Pick<ReviewView, 'said' | 'stars' | 'name'>): string {
  const { text } = review.said
  const characters = [...text.replace(/\s+/g, ' ')]
  const short = characters.slice(0, CARD_TEXT_MAX).join('')
  const cut = characters.length > CARD_TEXT_MAX ? '…' : ''
  const excerpt = text === '' ? STAR_COPY[review.stars] : `${short}${cut}`
  return `${review.stars} 星评价：${excerpt}`
}
