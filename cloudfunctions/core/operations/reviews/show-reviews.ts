import { findReviews, type ReviewFilter, ratingOf, toReview } from '@core/data/reviews/reviews'
import { isReviewable, lineReviewStep } from '@core/domain/orders/review-step'
import { reviewId } from '@core/domain/reviews/review'
import { ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/members/find-caller'
import { findOwnOrder } from '@core/operations/orders/find-own-order'
import type { NotFound } from '../../contract/errors'
import type { OrderInput } from '../../contract/orders'
import type {
  LineReview,
  OrderReviews,
  ReviewListInput,
  ReviewPage,
  ReviewView,
} from '../../contract/reviews'
import type { Context } from '../context'
import { ownReview, reviewView } from './views'

/** Reviews on the product's page; all others are on the page of reviews. */
const PREVIEW = 2

/** The latest reviews of a product, for its own page: one round of the database. */
export async function reviewsOf(ctx: Context, productId: string): Promise<ReviewView[]> {
  const page = await findReviews(ctx.db, { of: productId }, { size: PREVIEW })
  return page.items.map((review) => reviewView(ctx.vault, review, null))
}

/** A page of a product's reviews, with the code that cards shared from it carry. */
export async function listReviews(
  ctx: Context,
  { productId, only, cursor }: ReviewListInput,
): Promise<Result<ReviewPage, never>> {
  const [rating, page, memberId] = await Promise.all([
    ratingOf(ctx.db, productId),
    findReviews(ctx.db, filterOf(productId, only), { cursor: revealed(ctx, cursor) }),
    callerId(ctx),
  ])
  // The cursor is the place of a review, so it has a review's id in it.
  const next = page.next === null ? null : ctx.vault.conceal(page.next)
  const items = page.items.map((review) => reviewView(ctx.vault, review, memberId))
  const memberCode = memberId === null ? null : ctx.vault.memberCode(memberId)
  return ok({ items, next, rating, memberCode })
}

/** A cursor of another shop starts from the first page, as a malformed one does. */
const revealed = ({ vault }: Context, cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : (vault.reveal(cursor) ?? undefined)

function filterOf(of: string, only: ReviewListInput['only']): ReviewFilter {
  if (!only) return { of }
  return only.kind === 'pictured' ? { of, isPictured: true } : { of, stars: only.stars }
}

/** The goods of the caller's order with their reviews, and the next possible step. */
export async function reviewsOfOrder(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<OrderReviews, NotFound>> {
  const own = await findOwnOrder(ctx, orderId)
  if (!own.ok) return own
  const order = own.value
  const goods = order.lines.filter(isReviewable)
  const ids = goods.map((line) => reviewId(orderId, line.key))
  const reviews = await ctx.db.getMany('reviews', ids)
  const byKey = new Map(reviews.map((one) => [one.lineKey, toReview(one)]))
  const lines = goods.map((line): LineReview => {
    const { key: lineKey, productId, title, spec, picture } = line
    const review = byKey.get(lineKey)
    return {
      lineKey,
      productId,
      title,
      spec,
      picture,
      step: lineReviewStep(order, line),
      review: review ? ownReview(ctx.vault, review) : null,
    }
  })
  return ok({ orderId, lines })
}
