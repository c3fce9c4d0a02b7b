import type { Fen } from '@core/kernel/money'
import type { PromotionBase } from './promotion-base'
import { commonInScopes, type Scope } from './scope'

/** Why a promotion cannot be saved; `field` is the path of the wrong field. */
export type PromotionError = { field: string; reason: string }

/** What validation needs of a SKU: its list price and its place in the catalog. */
export type KnownSku = { id: string; productId: string; categoryIds: string[]; priceFen: Fen }

/** A SKU that a promotion names, with the path of the field that names it. */
export type NamedSkuField = { skuId: string; field: string }

/** Pieces of a SKU that a promotion reserves for itself. */
export type OwnStock = { skuId: string; stock: number }

/** The product of an offer: `skuIds` are its SKUs on sale. */
export type OfferedProduct = { productId: string; categoryIds: string[]; skuIds: string[] }

type AnyKind = PromotionBase & { kind: string; scope?: Scope }

/**
 * Everything the shop knows of one kind of promotion except how it changes a price, which is its
 * `PricingRule`. A property that is left out has the default named beside it.
 */
export type PromotionKindDefinition<P extends AnyKind, Code extends string = string> = {
  kind: P['kind']
  /** The reason under which its saving appears in a quote. */
  code: Code
  /** Default: none. */
  namedSkus?(promotion: P): NamedSkuField[]
  /** Its own validation, after dates and named SKUs are known to be right. Default: no error. */
  error?(promotion: P, listPriceOf: (skuId: string) => Fen): PromotionError | null
  /** The goods that it shares with another of its kind. Default: `commonGoods`. */
  overlap?(promotion: P, other: P, skus: readonly KnownSku[]): string[]
  /** Default: it uses the stock of the SKU. */
  ownStock?(promotion: P): OwnStock[]
  /** SKUs it gives away, whose stock a quote needs. Default: none. */
  giftSkus?(promotion: P): string[]
  /** What a piece of a SKU costs everybody in it. Default: `null`, it sets no price. */
  priceOf?(promotion: P, skuId: string): Fen | null
  /** Whether it may make freight to a province free. Default: no. */
  isFreeTo?(promotion: P, province: string): boolean
  /** SKUs that its offer shows by name on the page of a product. Default: none. */
  offerSkus?(promotion: P): string[]
  /** Pieces or times a member may have it. Default: `null`, any number. */
  perMemberMax?(promotion: P): number | null
  /** Whether it is offered on a product. Default: by its scope, else by the SKUs it names. */
  isOfferedOn?(promotion: P, product: OfferedProduct): boolean
  /** A copy without the parts about other SKUs. Default: the promotion itself. */
  forSkus?(promotion: P, skuIds: readonly string[]): P
  /** Whether product pages announce it before it starts. Default: no. */
  isAnnounced?: boolean
  /** Whether product cards have a tag for it. Default: no. */
  hasCardTag?(promotion: P): boolean
}

/** SKUs that both name; else what their scopes share. */
export function commonGoods<P extends AnyKind>(
  { namedSkus }: Pick<PromotionKindDefinition<P>, 'namedSkus'>,
  [promotion, other]: readonly [P, P],
  skus: readonly KnownSku[],
): string[] {
  const others = new Set((namedSkus?.(other) ?? []).map(({ skuId }) => skuId))
  const named = (namedSkus?.(promotion) ?? []).map(({ skuId }) => skuId)
  const shared = [...new Set(named.filter((id) => others.has(id)))]
  if (shared.length > 0 || !promotion.scope || !other.scope) return shared
  return commonInScopes(promotion.scope, other.scope, skus)
}

/** The first SKU that a list names twice. */
export function duplicateError(keys: readonly string[], field: string): PromotionError | null {
  const at = keys.findIndex((key, place) => keys.indexOf(key) !== place)
  return at < 0 ? null : { field: `${field}.${at}.skuId`, reason: 'TWICE' }
}

/** The first price of a list that is not below the list price. */
export function notCheaperError(
  prices: readonly { skuId: string; priceFen: Fen }[],
  listPriceOf: (skuId: string) => Fen,
): PromotionError | null {
  const at = prices.findIndex(({ skuId, priceFen }) => priceFen >= listPriceOf(skuId))
  return at < 0 ? null : { field: `prices.${at}.priceFen`, reason: 'NOT_CHEAPER' }
}
