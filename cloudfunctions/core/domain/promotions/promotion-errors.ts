import type { Instant } from '@core/kernel/calendar'
import type { KnownSku, PromotionError } from './kind-definition'
import { kindError, namedSkus, overlap, type Promotion } from './promotion'
import type { Scope } from './scope'

/** Another promotion of the same kind that covers the same goods at the same time. */
export type PromotionConflict = { withId: string; withTitle: string; on: string[] }

/** The products and categories that exist among those a scope names. */
export type KnownScope = { productIds: readonly string[]; categoryIds: readonly string[] }

/** The first product or category of a scope that the shop does not have. */
export function scopeError(
  { productIds, categoryIds }: Scope,
  known: KnownScope,
): PromotionError | null {
  const product = productIds.findIndex((id) => !known.productIds.includes(id))
  if (product >= 0) return { field: `scope.productIds.${product}`, reason: 'UNKNOWN_PRODUCT' }
  const category = categoryIds.findIndex((id) => !known.categoryIds.includes(id))
  return category < 0
    ? null
    : { field: `scope.categoryIds.${category}`, reason: 'UNKNOWN_CATEGORY' }
}

/**
 * Why a promotion cannot replace the saved one: a running promotion may only get another title and
 * another end; one that has ended does not change.
 */
export function changeError(
  before: Promotion | null,
  after: Promotion,
  at: Instant,
): PromotionError | null {
  const isOver = after.endsAt <= at || (before !== null && before.endsAt <= at)
  if (isOver) return { field: 'endsAt', reason: 'OVER' }
  if (!before || at < before.startsAt) return null
  const afterFields = after as Record<string, unknown>
  const changed = Object.entries(before).find(
    ([field, value]) => !CHANGEABLE.includes(field) && !isEqual(value, afterFields[field]),
  )
  return changed ? { field: changed[0], reason: 'RUNNING' } : null
}

const CHANGEABLE = ['title', 'endsAt']

/** Deep equality of plain values, in any order of their fields. */
function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))]
  return one.length === other.size && one.every(([key, value]) => isEqual(value, other.get(key)))
}

/** The first thing wrong with a promotion by itself; `null` when it can be saved. */
export function promotionError(
  promotion: Promotion,
  skus: readonly KnownSku[],
): PromotionError | null {
  if (!(promotion.endsAt > promotion.startsAt)) {
    return { field: 'endsAt', reason: 'END_BEFORE_START' }
  }
  const unknown = namedSkus(promotion).find(({ skuId }) => !skus.some(({ id }) => id === skuId))
  if (unknown) return { field: unknown.field, reason: 'UNKNOWN_SKU' }
  return kindError(promotion, (skuId) => skus.find(({ id }) => id === skuId)?.priceFen ?? 0)
}

/**
 * The promotions of the same kind that would change the price of the same goods at the same time:
 * a price has one reason per kind, so such a promotion is refused.
 */
export function promotionConflicts(
  promotion: Promotion,
  others: readonly Promotion[],
  skus: readonly KnownSku[],
): PromotionConflict[] {
  return others
    .filter((other) => other.id !== promotion.id && other.kind === promotion.kind)
    .filter((other) => promotion.startsAt < other.endsAt && other.startsAt < promotion.endsAt)
    .flatMap((other) => {
      const on = overlap(promotion, other, skus)
      return on.length > 0 ? [{ withId: other.id, withTitle: other.title, on }] : []
    })
}
