import { TIERS, tierAtLeast } from '@core/domain/tiers/tier'
import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import { unknownProvince } from '@core/kernel/provinces'
import { inScope, type Promotion, type Scope, type TierPrice, WHOLE_SHOP_SCOPE } from './promotion'

/** What is wrong with an activity by itself; `field` is the path of it. */
export type PromotionError = { field: string; reason: string }

/** Two activities that would give one thing two prices, and on what. */
export type PromotionConflict = { withId: string; withTitle: string; on: string[] }

/** What the check must know of the SKUs that an activity names: their list price and product. */
export type KnownSku = { id: string; productId: string; categoryIds: string[]; priceFen: Fen }

/** What is known of the products and shelves that an activity's scope names. */
export type KnownReach = { productIds: readonly string[]; categoryIds: readonly string[] }

/** The first thing of an activity's scope that the shop does not have. */
export function scopeError(
  { productIds, categoryIds }: Scope,
  known: KnownReach,
): PromotionError | null {
  const product = productIds.findIndex((id) => !known.productIds.includes(id))
  if (product >= 0) return { field: `scope.productIds.${product}`, reason: 'UNKNOWN_PRODUCT' }
  const shelf = categoryIds.findIndex((id) => !known.categoryIds.includes(id))
  return shelf < 0 ? null : { field: `scope.categoryIds.${shelf}`, reason: 'UNKNOWN_CATEGORY' }
}

/**
 * What keeps an activity from being saved over what is there: one that has begun can be renamed
 * and ended earlier or later, no more; one that is over stays as it was.
 */
export function changeError(
  before: Promotion | null,
  after: Promotion,
  at: Instant,
): PromotionError | null {
  const isOver = after.endsAt <= at || (before !== null && before.endsAt <= at)
  if (isOver) return { field: 'endsAt', reason: 'OVER' }
  if (!before || at < before.startsAt) return null
  const told = after as Record<string, unknown>
  const changed = Object.entries(before).find(
    ([field, value]) => !CHANGEABLE.includes(field) && !isSame(value, told[field]),
  )
  return changed ? { field: changed[0], reason: 'RUNNING' } : null
}

const CHANGEABLE = ['title', 'endsAt']

/** Whether two plain values say the same, in whatever order their fields stand. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))]
  return one.length === other.size && one.every(([key, value]) => isSame(value, other.get(key)))
}

/** The first thing wrong with an activity; `null` when nothing is. */
export function promotionError(rule: Promotion, skus: readonly KnownSku[]): PromotionError | null {
  if (!(rule.endsAt > rule.startsAt)) return { field: 'endsAt', reason: 'END_BEFORE_START' }
  const unknown = namedSkus(rule).find(({ skuId }) => !skus.some((sku) => sku.id === skuId))
  if (unknown) return { field: unknown.field, reason: 'UNKNOWN_SKU' }
  return ownFault(rule, skus)
}

/** The SKUs an activity names, with the fields that name them. */
export function namedSkus(rule: Promotion): { skuId: string; field: string }[] {
  switch (rule.kind) {
    case 'timePrice':
    case 'tierPrice':
      return rule.prices.map(({ skuId }, at) => ({ skuId, field: `prices.${at}.skuId` }))
    case 'bundle':
      return rule.parts.map(({ skuId }, at) => ({ skuId, field: `parts.${at}.skuId` }))
    case 'gift':
      return [{ skuId: rule.skuId, field: 'skuId' }]
    default:
      return []
  }
}

function ownFault(rule: Promotion, skus: readonly KnownSku[]): PromotionError | null {
  const priceOf = (skuId: string) => skus.find((sku) => sku.id === skuId)?.priceFen ?? 0
  switch (rule.kind) {
    case 'timePrice': {
      const dear = rule.prices.findIndex(({ skuId, priceFen }) => priceFen >= priceOf(skuId))
      if (dear >= 0) return { field: `prices.${dear}.priceFen`, reason: 'NOT_CHEAPER' }
      return twice(
        rule.prices.map(({ skuId }) => skuId),
        'prices',
      )
    }
    case 'tierPrice':
      return tierFault(rule, priceOf)
    case 'bundle': {
      const worth = rule.parts.reduce((all, one) => all + priceOf(one.skuId) * one.quantity, 0)
      if (rule.priceFen >= worth) return { field: 'priceFen', reason: 'NOT_CHEAPER' }
      return twice(
        rule.parts.map(({ skuId }) => skuId),
        'parts',
      )
    }
    case 'spendOff':
      return stepsFault(rule.steps)
    case 'freeFreight': {
      const stranger = unknownProvince(rule.provinces)
      return stranger < 0 ? null : { field: `provinces.${stranger}`, reason: 'UNKNOWN_PROVINCE' }
    }
    default:
      return null
  }
}

function tierFault(rule: TierPrice, priceOf: (skuId: string) => Fen): PromotionError | null {
  const dear = rule.prices.findIndex(({ skuId, priceFen }) => priceFen >= priceOf(skuId))
  if (dear >= 0) return { field: `prices.${dear}.priceFen`, reason: 'NOT_CHEAPER' }
  const isEmpty = rule.prices.length === 0 && isByPriceAlone(rule)
  if (isEmpty) return { field: 'percents', reason: 'NOTHING_GIVEN' }
  return (
    climbFault(rule) ??
    twice(
      rule.prices.map(({ skuId, tier }) => `${skuId} ${tier}`),
      'prices',
    )
  )
}

/** A tier above would pay more than one below. */
function climbFault({ percents, prices }: TierPrice): PromotionError | null {
  const named = TIERS.filter((tier) => percents[tier] !== undefined)
  const dearer = named.find((tier, at) => {
    const below = named[at - 1]
    return below !== undefined && (percents[tier] ?? 0) > (percents[below] ?? 0)
  })
  if (dearer) return { field: `percents.${dearer}`, reason: 'DEARER_ABOVE' }
  const at = prices.findIndex(({ skuId, tier, priceFen }) =>
    prices.some(
      (one) => one.skuId === skuId && !tierAtLeast(one.tier, tier) && one.priceFen < priceFen,
    ),
  )
  return at < 0 ? null : { field: `prices.${at}.priceFen`, reason: 'DEARER_ABOVE' }
}

/** Steps that rise, each giving more than the one below and less than it asks for. */
function stepsFault(steps: { fromFen: Fen; offFen: Fen }[]): PromotionError | null {
  for (const [at, step] of steps.entries()) {
    const below = steps[at - 1]
    if (step.offFen >= step.fromFen) {
      return { field: `steps.${at}.offFen`, reason: 'MORE_THAN_SPENT' }
    }
    if (below && (step.fromFen <= below.fromFen || step.offFen <= below.offFen)) {
      return { field: `steps.${at}.fromFen`, reason: 'NOT_RISING' }
    }
  }
  return null
}

function twice(ids: readonly string[], field: string): PromotionError | null {
  const at = ids.findIndex((id, place) => ids.indexOf(id) !== place)
  return at < 0 ? null : { field: `${field}.${at}.skuId`, reason: 'TWICE' }
}

/**
 * The activities of the same kind that would reach the same goods at the same time. One price has
 * one reason: such a pair is refused. Gifts may meet, each is given for itself.
 */
export function promotionConflicts(
  rule: Promotion,
  others: readonly Promotion[],
  skus: readonly KnownSku[],
): PromotionConflict[] {
  if (rule.kind === 'gift') return []
  return others
    .filter((other) => other.id !== rule.id && other.kind === rule.kind)
    .filter((other) => rule.startsAt < other.endsAt && other.startsAt < rule.endsAt)
    .flatMap((other) => {
      const on = meeting(rule, other, skus)
      return on.length > 0 ? [{ withId: other.id, withTitle: other.title, on }] : []
    })
}

/** What two activities both reach: SKUs by name, else products or shelves; `*` is everything. */
function meeting(a: Promotion, b: Promotion, skus: readonly KnownSku[]): string[] {
  const named = namedSkus(a).map(({ skuId }) => skuId)
  const both = named.filter((id) => namedSkus(b).some(({ skuId }) => skuId === id))
  if (both.length > 0 || !('scope' in a) || !('scope' in b)) return [...new Set(both)]
  if (a.kind === 'freeFreight' && b.kind === 'freeFreight' && !sharesProvince(a, b)) return []
  const onNamed = [...namedWithin(a, b, skus), ...namedWithin(b, a, skus)]
  // A tier price that names prices alone reaches nothing by its scope.
  if (onNamed.length > 0 || isByPriceAlone(a) || isByPriceAlone(b)) return [...new Set(onNamed)]
  return scopesMeet(a.scope, b.scope, skus)
}

/** SKUs whose tier price one activity names, and that another one reaches by its percentages. */
function namedWithin(a: Promotion, b: Promotion, skus: readonly KnownSku[]): string[] {
  if (a.kind !== 'tierPrice' || b.kind !== 'tierPrice' || isByPriceAlone(b)) return []
  return a.prices
    .map(({ skuId }) => skuId)
    .filter((id) => skus.some((sku) => sku.id === id && inScope(b.scope, sku)))
}

const isByPriceAlone = (rule: Promotion): boolean =>
  rule.kind === 'tierPrice' && Object.values(rule.percents).every((percent) => percent === 100)

type Provinces = { provinces: string[] }
const sharesProvince = (a: Provinces, b: Provinces): boolean =>
  a.provinces.length === 0 ||
  b.provinces.length === 0 ||
  a.provinces.some((name) => b.provinces.includes(name))

const isEverything = (scope: Scope): boolean =>
  scope.productIds.length === WHOLE_SHOP_SCOPE.productIds.length &&
  scope.categoryIds.length === WHOLE_SHOP_SCOPE.categoryIds.length

function scopesMeet(a: Scope, b: Scope, skus: readonly KnownSku[]): string[] {
  if (isEverything(a) || isEverything(b)) {
    const narrow = isEverything(a) ? b : a
    return isEverything(narrow) ? ['*'] : [...narrow.productIds, ...narrow.categoryIds]
  }
  const products = a.productIds.filter((id) => b.productIds.includes(id))
  const shelves = a.categoryIds.filter((id) => b.categoryIds.includes(id))
  const inBoth = skus.filter((sku) => inScope(a, sku) && inScope(b, sku))
  return [...new Set([...products, ...shelves, ...inBoth.map((sku) => sku.productId)])]
}
