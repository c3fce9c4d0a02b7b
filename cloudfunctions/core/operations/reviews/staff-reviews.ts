import { findReviews, type ReviewFilter, reviewIn, saveReview } from '@core/data/reviews/reviews'
import { moderateReview, type Review, replyToReview } from '@core/domain/reviews/review'
import { fail, ok, type Result } from '@core/kernel/result'
import type { NotFound } from '../../contract/errors'
import type { Page } from '../../contract/primitives'
import type {
  DecideReviewInput,
  ReplyReviewInput,
  StaffReview,
  StaffReviewList,
  StaffReviewsInput,
} from '../../contract/reviews'
import type { Context } from '../context'
import { staffReview } from './views'

const LISTS = {
  waiting: { state: 'waiting' },
  unanswered: { state: 'shown', isReplied: false },
  reported: { state: 'shown', isReported: true },
  hidden: { state: 'hidden' },
  all: 'all',
} as const satisfies Record<StaffReviewList, ReviewFilter>

/** Reviews for the staff, latest first. */
export async function listStaffReviews(
  ctx: Context,
  { list, cursor }: StaffReviewsInput,
): Promise<Result<Page<StaffReview>, never>> {
  const page = await findReviews(ctx.db, LISTS[list], { cursor })
  return ok({ items: page.items.map((review) => staffReview(ctx.vault, review)), next: page.next })
}

/** Replies to a review; a second reply replaces the first. */
export const replyReview = (
  ctx: Context,
  { reviewId, text }: ReplyReviewInput,
): Promise<Result<StaffReview, NotFound>> =>
  change(ctx, reviewId, (review) => replyToReview(review, { text, at: ctx.now }))

/** Shows or hides a review; updates the product's rating. */
export const decideReview = (
  ctx: Context,
  { reviewId, ...decision }: DecideReviewInput,
): Promise<Result<StaffReview, NotFound>> =>
  change(ctx, reviewId, (review) => moderateReview(review, decision))

async function change(
  ctx: Context,
  code: string,
  to: (review: Review) => Review,
): Promise<Result<StaffReview, NotFound>> {
  const id = ctx.vault.reveal(code)
  if (id === null) return fail({ code: 'NOT_FOUND' })
  const review = await ctx.db.transact(async (transaction) => {
    const before = await reviewIn(transaction, id)
    if (!before) return null
    const after = to(before)
    await saveReview(transaction, before, after)
    return after
  })
  return review ? ok(staffReview(ctx.vault, review)) : fail({ code: 'NOT_FOUND' })
}
