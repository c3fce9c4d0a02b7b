import type { Stored } from '@core/data/documents'
import type { OrderDocument } from '@core/data/orders/documents'
import type { Review } from '@core/domain/reviews/review'
import { type Books, type Finding, grouped, holds, type Rule, same, sum } from '../books'
import { ownOrders } from './order-facts'

/** What lists say a product has sold is what its SKUs have. */
function* checkSold(books: Books): Iterable<Finding> {
  const skus = grouped(books.all('skus'), ({ productId }) => productId)
  for (const { _id, sold } of books.all('products')) {
    yield* same(_id, sold, sum((skus.get(_id) ?? []).map((sku) => sku.sold)))
  }
}

/** A product's rating counts the reviews that are shown. */
function* checkRatings(books: Books): Iterable<Finding> {
  const shown = books.all('reviews').filter(({ state }) => state === 'shown')
  const reviews = grouped(shown, ({ productId }) => productId)
  for (const { _id, rating } of books.all('products')) {
    yield* same(_id, rating, ratingOf(reviews.get(_id) ?? []))
  }
}

const ratingOf = (reviews: readonly Stored<Review>[]) => ({
  count: reviews.length,
  sum: sum(reviews.map(({ stars }) => stars)),
  stars: [1, 2, 3, 4, 5].map((n) => reviews.filter(({ stars }) => stars === n).length),
  pictured: reviews.filter(({ isPictured }) => isPictured).length,
})

/** A review counts at most the reports that readers have made of it. */
function* checkReports(books: Books): Iterable<Finding> {
  const reports = grouped(books.all('reviewReports'), ({ _id, memberId }) =>
    _id.slice(0, -memberId.length - 1),
  )
  for (const review of books.all('reviews')) {
    const made = (reports.get(review._id) ?? []).length
    const counted = sum(Object.values(review.reports))
    const expected = `at most ${made} reports`
    yield* holds(review._id, counted <= made, { expected, found: counted })
  }
}

/** What a member has bought of limited things is what their orders that live say. */
function* checkPurchases(books: Books): Iterable<Finding> {
  const orders = grouped(ownOrders(books), ({ memberId }) => memberId)
  const members = new Set([...orders.keys(), ...books.all('tallies').map(({ _id }) => _id)])
  for (const memberId of members) {
    const { products = {}, promotions = {} } = books.get('tallies', memberId) ?? {}
    yield* same(memberId, { products, promotions }, boughtBy(orders.get(memberId) ?? []))
  }
}

type Bought = { products: Record<string, number>; promotions: Record<string, number> }

function boughtBy(orders: readonly OrderDocument[]): Bought {
  const products = new Map<string, number>()
  const promotions = new Map<string, number>()
  for (const { state, uses, lines } of orders) {
    if (state === 'closed') continue
    for (const [id, pieces] of Object.entries(uses.products)) {
      const own = lines.filter((line) => line.kind === 'goods' && line.productId === id)
      const back = sum(own.map((line) => line.refunded.quantity))
      products.set(id, (products.get(id) ?? 0) + Math.max(0, pieces - back))
    }
    for (const [id, uses_] of Object.entries(uses.promotions)) {
      promotions.set(id, (promotions.get(id) ?? 0) + uses_)
    }
  }
  return { products: aboveZero(products), promotions: aboveZero(promotions) }
}

const aboveZero = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].filter(([, n]) => n > 0))

/** Counts that stand beside what they count. */
export const COUNTER_RULES: readonly Rule[] = [
  { name: 'product-sold', check: checkSold },
  { name: 'product-rating', check: checkRatings },
  { name: 'review-reports', check: checkReports },
  { name: 'purchase-counters', check: checkPurchases },
]
