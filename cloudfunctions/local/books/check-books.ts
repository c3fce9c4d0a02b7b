import { Books, type BrokenRule, type Rule, type StoredBooks } from './books'
import { AFTER_SALE_RULES } from './rules/after-sales'
import { COUNTER_RULES } from './rules/counters'
import { COUPON_RULES } from './rules/coupons'
import { MEMBER_RULES } from './rules/members'
import { ORDER_RULES } from './rules/orders'
import { POINT_RULES } from './rules/points'
import { STATE_RULES } from './rules/states'
import { STOCK_RULES } from './rules/stock'

/** Every rule, each with a name of its own. */
export const RULES: readonly Rule[] = [
  ...STOCK_RULES,
  ...ORDER_RULES,
  ...AFTER_SALE_RULES,
  ...POINT_RULES,
  ...COUPON_RULES,
  ...COUNTER_RULES,
  ...MEMBER_RULES,
  ...STATE_RULES,
]

/** What a check of all books came to; `rules` is how many were asked. */
export type BooksReport = {
  collections: number
  documents: number
  rules: number
  broken: BrokenRule[]
}

/**
 * Holds every rule against what is stored. The rules read documents alone and none of the code that
 * wrote them, so that a mistake there is not made again here.
 */
export function checkBooks(stored: StoredBooks, now: number): BooksReport {
  const books = new Books(stored, now)
  const broken = RULES.flatMap(({ name, check }) =>
    [...check(books)].map((finding) => ({ rule: name, ...finding })),
  )
  return { ...books.size(), rules: RULES.length, broken }
}
