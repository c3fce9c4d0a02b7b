import type { Vault } from '@core/data/vault'
import type { Review } from '@core/domain/reviews/review'
import type { OwnReview, ReviewView, StaffReview } from '../../contract/reviews'

/**
 * A review as a reader sees it, with the author's masked name. Its stored id names the order, which
 * is nobody's business: what is shown is a code of it.
 */
export const reviewView = (vault: Vault, review: Review, readerId: string | null): ReviewView => ({
  id: vault.conceal(review.id),
  productId: review.productId,
  spec: review.spec,
  stars: review.stars,
  said: review.said,
  appended: review.appended,
  name: review.name,
  reply: review.reply,
  at: review.at,
  isMine: review.memberId === readerId,
})

const moderationOf = ({ state, waitsFor, hiddenReason }: Review) => ({
  state,
  waitsFor,
  hiddenReason,
})

/** A review as its author sees it. */
export const ownReview = (vault: Vault, review: Review): OwnReview => ({
  ...reviewView(vault, review, review.memberId),
  ...moderationOf(review),
})

/** A review as the staff see it. */
export function staffReview(vault: Vault, review: Review): StaffReview {
  const { isMine: _nobodys, ...view } = reviewView(vault, review, null)
  const { title, orderId, memberId, reports, otherReports = {} } = review
  return { ...view, ...moderationOf(review), title, orderId, memberId, reports, otherReports }
}
