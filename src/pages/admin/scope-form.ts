import type { NamedProduct } from '@core/contract/promotions'
import type { Scope } from '@core/domain/promotions/scope'
import type { FormReader } from './form/form-reader'

/** The goods that a rule applies to, as a form holds them. */
export type ScopeForm = { isAll: boolean; products: NamedProduct[]; categoryIds: string[] }

export const WHOLE_SHOP: ScopeForm = { isAll: true, products: [], categoryIds: [] }

/** The scope that is sent; part of the shop without any goods is a missing `scope`. */
export function readScope({ isAll, products, categoryIds }: ScopeForm, read: FormReader): Scope {
  if (isAll) return { productIds: [], categoryIds: [] }
  read.require('scope', products.length + categoryIds.length > 0)
  return { productIds: products.map(({ id }) => id), categoryIds }
}

export const scopeForm = (
  scope: { productIds: string[]; categoryIds: string[] },
  products: NamedProduct[],
): ScopeForm => ({
  isAll: scope.productIds.length + scope.categoryIds.length === 0,
  products: products.filter(({ id }) => scope.productIds.includes(id)),
  categoryIds: scope.categoryIds,
})
