import { orderInput } from '@core/contract/orders'
import {
  appendReviewInput,
  decideReviewInput,
  type ReviewsAdminContract,
  type ReviewsContract,
  replyReviewInput,
  reportReviewInput,
  reviewListInput,
  staffReviewsInput,
  writeReviewInput,
} from '@core/contract/reviews'
import { REVIEWS_COLLECTIONS } from '@core/data/reviews/collections'
import { REVIEWS_SETTINGS } from '@core/domain/reviews/settings'
import { type Area, shopOperations, staffOperations } from '@core/operations/area'
import { reportReview } from './report-review'
import { listReviews, reviewsOfOrder } from './show-reviews'
import { decideReview, listStaffReviews, replyReview } from './staff-reviews'
import { appendReview, writeReview } from './write-review'

export const reviewsArea: Area = {
  name: 'reviews',
  settings: REVIEWS_SETTINGS,
  shop: shopOperations<ReviewsContract>({
    'reviews.write': { input: writeReviewInput, run: writeReview },
    'reviews.append': { input: appendReviewInput, run: appendReview },
    'reviews.list': { input: reviewListInput, run: listReviews },
    'reviews.ofOrder': { input: orderInput, run: reviewsOfOrder },
    'reviews.report': { input: reportReviewInput, run: reportReview },
  }),
  admin: staffOperations<ReviewsAdminContract>({
    'reviews.list': { input: staffReviewsInput, run: listStaffReviews, roles: ['service'] },
    'reviews.reply': { input: replyReviewInput, run: replyReview, roles: ['service'] },
    'reviews.decide': { input: decideReviewInput, run: decideReview, roles: ['service'] },
  }),
  collections: REVIEWS_COLLECTIONS,
  waiting: {
    reviews: {
      operation: 'reviews.list',
      collection: 'reviews',
      where: () => ({ state: 'waiting' }),
    },
  },
}
