import { factsOf } from '@core/data/members/member-section'
import { reviewIn, saveReview } from '@core/data/reviews/reviews'
import { addReport, addStrangersReport } from '@core/domain/reviews/review'
import { fail, ok, type Result } from '@core/kernel/result'
import { ensureCustomer } from '@core/operations/lifecycle/ensure-customer'
import type { NotFound } from '../../contract/errors'
import type { ReportReviewInput } from '../../contract/reviews'
import type { Context } from '../context'

type Outcome = 'REPORTED' | 'NOT_FOUND' | 'OWN_REVIEW'

/**
 * Reports a review, once per member. With enough reports of customers who have bought here the
 * review is hidden until the staff decide; those of others are shown to the staff.
 */
export async function reportReview(
  ctx: Context,
  { reviewId: code, reason }: ReportReviewInput,
): Promise<Result<{ isReported: true }, NotFound | { code: 'OWN_REVIEW' }>> {
  const reviewId = ctx.vault.reveal(code)
  if (reviewId === null) return fail({ code: 'NOT_FOUND' })
  const reporter = await ensureCustomer(ctx)
  const { _id: memberId } = reporter
  const isCustomer = factsOf(reporter).keptOrders > 0
  const _id = `${reviewId}:${memberId}`
  const outcome = await ctx.db.transact(async (transaction): Promise<Outcome> => {
    const review = await reviewIn(transaction, reviewId)
    if (!review) return 'NOT_FOUND'
    if (review.memberId === memberId) return 'OWN_REVIEW'
    if (await transaction.get('reviewReports', _id)) return 'REPORTED'
    if (review.state !== 'shown') return 'NOT_FOUND'
    await transaction.add('reviewReports', { _id, memberId, reason, at: ctx.now })
    const reported = isCustomer
      ? addReport(review, reason, ctx.program)
      : addStrangersReport(review, reason)
    await saveReview(transaction, review, reported)
    return 'REPORTED'
  })
  return outcome === 'REPORTED' ? ok({ isReported: true }) : fail({ code: outcome })
}
