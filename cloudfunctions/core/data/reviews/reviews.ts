import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { fromStored, toStored } from '@core/data/documents'
import { type DocumentPage, findPage, mapPage } from '@core/data/pages'
import type { Transaction } from '@core/data/transaction'
import type { Rating } from '@core/domain/catalog/product'
import { noRating } from '@core/domain/catalog/product'
import { updateRating } from '@core/domain/reviews/rating'
import type { Review, Stars } from '@core/domain/reviews/review'
import { PAGE_SIZE } from '@core/kernel/limits'

export const toReview = fromStored<Review>
export const reviewDocument = toStored<Review>

/** Which reviews to list: the visible ones of a product, or for the staff those in a state. */
export type ReviewFilter =
  | { of: string; stars?: Stars; isPictured?: true }
  | { state: Review['state']; isReplied?: boolean; isReported?: true }
  | 'all'

/** A page of reviews, latest first. */
export async function findReviews(
  db: Database,
  filter: ReviewFilter,
  { cursor, size = PAGE_SIZE }: { cursor?: string; size?: number },
): Promise<DocumentPage<Review>> {
  const where = conditionsOf(filter)
  return mapPage(
    await findPage(db, 'reviews', { where, sortBy: ['at', 'desc'], cursor, size }),
    toReview,
  )
}

/** `Database` refuses an empty condition, so "all" is a range. */
function conditionsOf(filter: ReviewFilter): Conditions {
  if (filter === 'all') return { at: command.gte(0) }
  if (!('of' in filter)) return { ...filter }
  const { of: productId, ...rest } = filter
  return { productId, state: 'shown', ...rest }
}

/** The rating of a product; an empty one for a missing product. */
export async function ratingOf(db: Database, productId: string): Promise<Rating> {
  return (await db.get('products', productId))?.rating ?? noRating
}

/** Saves a new or changed review and updates its product's rating, both in the transaction. */
export async function saveReview(
  transaction: Transaction,
  before: Review | null,
  review: Review,
): Promise<void> {
  const { productId } = review
  const product = await transaction.get('products', productId)
  if (before) await transaction.put('reviews', reviewDocument(review))
  else await transaction.add('reviews', reviewDocument(review))
  if (!product) return
  await transaction.put('products', {
    ...product,
    rating: updateRating(product.rating, before, review),
  })
}

/** A review, read in a transaction; `null` when there is none. */
export async function reviewIn(transaction: Transaction, id: string): Promise<Review | null> {
  const document = await transaction.get('reviews', id)
  return document && toReview(document)
}
