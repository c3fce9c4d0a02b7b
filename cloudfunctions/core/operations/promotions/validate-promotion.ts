import type { ConflictView } from '@core/contract/promotions'
import { findCategories } from '@core/data/catalog/products'
import type { DocumentOf } from '@core/data/documents'
import {
  type CompiledPromotions,
  compiledPromotions,
  toPromotion,
} from '@core/data/promotions/promotions'
import type { SkuDocument } from '@core/data/stock/documents'
import { type Category, specText } from '@core/domain/catalog/product'
import type { KnownSku, PromotionError } from '@core/domain/promotions/kind-definition'
import type { Promotion } from '@core/domain/promotions/promotion'
import { namedSkus } from '@core/domain/promotions/promotion'
import {
  changeError,
  type PromotionConflict,
  promotionConflicts,
  promotionError,
  scopeError,
} from '@core/domain/promotions/promotion-errors'
import { type Scope, WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import type { Context } from '@core/operations/context'

/** A promotion checked against the present shop: what is stored, its error and its conflicts. */
export type PromotionValidation = {
  /** The same promotion as it was saved before. */
  stored: Promotion | null
  compiled: CompiledPromotions
  error: PromotionError | null
  conflicts: ConflictView[]
}

/** Reads everything a promotion names or may conflict with, and checks it. Changes nothing. */
export async function validatePromotion(
  ctx: Context,
  rule: Promotion,
): Promise<PromotionValidation> {
  const [compiled, read, categories] = await Promise.all([
    compiledPromotions(ctx.db, ctx.now),
    ctx.db.get('promotions', rule.id),
    findCategories(ctx.db),
  ])
  const stored = read && toPromotion(read)
  const others = compiled.list.filter(({ id, kind }) => id !== rule.id && kind === rule.kind)
  const [skus, products] = await Promise.all([
    skusNamed(ctx, [rule, ...others]),
    productsNamed(ctx, [rule, ...others]),
  ])
  const known: Known = { skus, products, categories }
  const error =
    promotionError(rule, skus.map(knownSku)) ??
    scopeError(scopeOf(rule), {
      productIds: products.map(({ _id }) => _id),
      categoryIds: categories.map(({ id }) => id),
    }) ??
    changeError(stored, rule, ctx.now)
  const conflicts = promotionConflicts(rule, others, placesOf(known))
  return { stored, compiled, error, conflicts: conflicts.map((one) => inWords(one, known)) }
}

const scopeOf = (rule: Promotion): Scope => ('scope' in rule ? rule.scope : WHOLE_SHOP_SCOPE)

type SkuPlace = Pick<SkuDocument, (typeof SKU_FIELDS)[number]>
type ProductPlace = Pick<DocumentOf<'products'>, (typeof PRODUCT_FIELDS)[number]>
type Known = {
  skus: readonly SkuPlace[]
  products: readonly ProductPlace[]
  categories: readonly Category[]
}

/** What is checked, and called by its name, of the SKUs and products that promotions name. */
const SKU_FIELDS = ['_id', 'productId', 'categoryIds', 'priceFen', 'title', 'values'] as const
const PRODUCT_FIELDS = ['_id', 'title', 'categoryIds'] as const

function skusNamed(ctx: Context, rules: readonly Promotion[]): Promise<SkuPlace[]> {
  const ids = new Set(rules.flatMap((rule) => namedSkus(rule).map(({ skuId }) => skuId)))
  return ctx.db.getMany('skus', [...ids], { fields: SKU_FIELDS })
}

function productsNamed(ctx: Context, rules: readonly Promotion[]): Promise<ProductPlace[]> {
  const ids = new Set(rules.flatMap((rule) => scopeOf(rule).productIds))
  return ctx.db.getMany('products', [...ids], { fields: PRODUCT_FIELDS })
}

const knownSku = ({ _id, productId, categoryIds, priceFen }: SkuPlace): KnownSku => ({
  id: _id,
  productId,
  categoryIds,
  priceFen,
})

/** Prefix of the entry that represents a whole category; no product id starts with it. */
const CATEGORY_PREFIX = '/'

/** The catalog places of named SKUs, of named products, and of each named category as a whole. */
const placesOf = ({ skus, products, categories }: Known): KnownSku[] => [
  ...skus.map(knownSku),
  ...products.map(({ _id, categoryIds }) => placed(_id, categoryIds)),
  ...categories.map(({ id, parentId }) =>
    placed(`${CATEGORY_PREFIX}${id}`, parentId === null ? [id] : [id, parentId]),
  ),
]

const placed = (productId: string, categoryIds: string[]): KnownSku => ({
  id: '',
  productId,
  categoryIds,
  priceFen: 0,
})

/** A collision with the names of what it is on. */
function inWords(conflict: PromotionConflict, { skus, products, categories }: Known): ConflictView {
  const names = new Map([
    ...categories.map(({ id, name }) => [id, name] as const),
    ...products.map(({ _id, title }) => [_id, title] as const),
    ...skus.map((sku) => [sku._id, [sku.title, specText(sku.values)].join(' ').trim()] as const),
  ])
  const on = conflict.on.map((id) =>
    id.startsWith(CATEGORY_PREFIX) ? id.slice(CATEGORY_PREFIX.length) : id,
  )
  const once = [...new Set(on)]
  return { ...conflict, on: once, names: once.flatMap((id) => names.get(id) ?? []) }
}
