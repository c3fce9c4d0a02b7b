/** The goods a rule applies to: these products and categories; both empty means every product. */
export type Scope = { productIds: string[]; categoryIds: string[] }

/** The scope of every product. */
export const WHOLE_SHOP_SCOPE: Scope = { productIds: [], categoryIds: [] }

/** What a scope is matched against: `categoryIds` are the product's category and its parent. */
export type ScopedProduct = { productId: string; categoryIds: readonly string[] }

/** A predicate for many products: the ids of the scope are indexed once, not searched each time. */
export function scopeMatcher({
  productIds,
  categoryIds,
}: Scope): (product: ScopedProduct) => boolean {
  if (productIds.length === 0 && categoryIds.length === 0) return () => true
  const products = new Set(productIds)
  const categories = new Set(categoryIds)
  return (product) =>
    products.has(product.productId) || product.categoryIds.some((id) => categories.has(id))
}

/** Whether a scope covers a product. */
export const inScope = (scope: Scope, product: ScopedProduct): boolean =>
  scopeMatcher(scope)(product)

/** Ids of the products and categories that two scopes share; `*` when both cover every product. */
export function commonInScopes(a: Scope, b: Scope, products: readonly ScopedProduct[]): string[] {
  if (coversAll(a) || coversAll(b)) {
    const narrower = coversAll(a) ? b : a
    return coversAll(narrower) ? ['*'] : [...narrower.productIds, ...narrower.categoryIds]
  }
  const productIds = a.productIds.filter((id) => b.productIds.includes(id))
  const categoryIds = a.categoryIds.filter((id) => b.categoryIds.includes(id))
  const inBoth = products.filter((product) => inScope(a, product) && inScope(b, product))
  return [...new Set([...productIds, ...categoryIds, ...inBoth.map(({ productId }) => productId)])]
}

const coversAll = ({ productIds, categoryIds }: Scope): boolean =>
  productIds.length === 0 && categoryIds.length === 0
