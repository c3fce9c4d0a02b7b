import type { Rating } from '@core/domain/catalog/product'
import type { Review, Stars } from './review'

/** The fields of a review that a rating counts. */
export type RatedReview = Pick<Review, 'state' | 'stars' | 'isPictured'>

/** The rating after a review changed; `before` is `null` for a new review. */
export function updateRating(
  rating: Rating,
  before: RatedReview | null,
  after: RatedReview,
): Rating {
  return addReview(before ? addReview(rating, before, -1) : rating, after, 1)
}

function addReview(rating: Rating, { state, stars, isPictured }: RatedReview, by: 1 | -1): Rating {
  if (state !== 'shown') return rating
  return {
    count: rating.count + by,
    sum: rating.sum + by * stars,
    stars: rating.stars.map((count, at) => (at === stars - 1 ? count + by : count)),
    pictured: rating.pictured + (isPictured ? by : 0),
  }
}

/** The average in tenths of a star, rounded half up: 47 is 4.7. `null` of no reviews. */
export const averageTenths = ({ count, sum }: Pick<Rating, 'count' | 'sum'>): number | null =>
  count === 0 ? null : Math.round((sum * 10) / count)

/** Stars from which a review counts as good. */
const GOOD_STARS: Stars = 4

/** The share of good reviews in percent, rounded down: 100 only when all are; `null` of none. */
export const goodPercent = ({ count, stars }: Pick<Rating, 'count' | 'stars'>): number | null =>
  count === 0
    ? null
    : Math.floor((stars.slice(GOOD_STARS - 1).reduce((sum, n) => sum + n, 0) * 100) / count)
