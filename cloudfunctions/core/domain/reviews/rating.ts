import { type Review, STARS, type Stars } from './review'

/** The reviews of a product that can be seen, counted. */
export type Rating = {
  count: number
  /** Of all stars; the average is `sum / count`. */
  sum: number
  /** How many gave so many stars, from one to five. */
  stars: number[]
  /** How many have a picture. */
  pictured: number
}

/** The rating of a product without reviews. */
export const noRating: Rating = { count: 0, sum: 0, stars: STARS.map(() => 0), pictured: 0 }

/** A review as far as a rating counts it. */
export type Counted = Pick<Review, 'state' | 'stars' | 'isPictured'>

/** The rating after a review has changed; `null` before it was written. */
export function rerated(rating: Rating, before: Counted | null, after: Counted): Rating {
  return plus(before ? plus(rating, before, -1) : rating, after, 1)
}

function plus(rating: Rating, { state, stars, isPictured }: Counted, by: 1 | -1): Rating {
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

/** The stars from which a review speaks well of a product. */
const GOOD_STARS: Stars = 4

/** The share of good reviews in percent, rounded down: 100 is said only of all. `null` of none. */
export const goodPercent = ({ count, stars }: Pick<Rating, 'count' | 'stars'>): number | null =>
  count === 0
    ? null
    : Math.floor((stars.slice(GOOD_STARS - 1).reduce((sum, n) => sum + n, 0) * 100) / count)
