import type { NamedProduct } from '@core/contract/promotions'

/** What a rule reaches, as a form holds it. */
export type ScopeForm = { isAll: boolean; products: NamedProduct[]; categoryIds: string[] }

/** Everything, until something is chosen. */
export const WHOLE_SHOP: ScopeForm = { isAll: true, products: [], categoryIds: [] }

/** The scope that a form says. */
export const scopeOf = ({ isAll, products, categoryIds }: ScopeForm) =>
  isAll
    ? { productIds: [], categoryIds: [] }
    : { productIds: products.map(({ id }) => id), categoryIds }

/** A stored scope as a form holds it. */
export const scopeForm = (
  scope: { productIds: string[]; categoryIds: string[] },
  products: NamedProduct[],
): ScopeForm => ({
  isAll: scope.productIds.length + scope.categoryIds.length === 0,
  products: products.filter(({ id }) => scope.productIds.includes(id)),
  categoryIds: scope.categoryIds,
})
