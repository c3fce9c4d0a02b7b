import { priceBandOf } from '@core/kernel/search-tokens'
import type { Product } from './product'

/** What a product is filtered by. */
export type FacetFields = Pick<Product, 'brand' | 'categoryIds' | 'tags' | 'fromFen'>

/** The filters of a list, each with at most one value. */
export type FacetFilter = {
  [K in FacetName]?: string | undefined
}

/** What lists are filtered by. */
export const FACETS = ['categoryId', 'brand', 'tagId', 'priceBand'] as const
export type FacetName = (typeof FACETS)[number]

const VALUES: Record<FacetName, (product: FacetFields) => readonly string[]> = {
  categoryId: ({ categoryIds }) => categoryIds,
  brand: ({ brand }) => (brand === '' ? [] : [brand]),
  tagId: ({ tags }) => tags,
  priceBand: ({ fromFen }) => [priceBandOf(fromFen)],
}

/** Whether a product passes every filter but `except`, whose own values are being counted. */
export const passes = (
  product: FacetFields,
  filter: FacetFilter,
  except: FacetName | null,
): boolean =>
  FACETS.every((facet) => {
    const wanted = filter[facet]
    return facet === except || wanted === undefined || VALUES[facet](product).includes(wanted)
  })

/** How many of the products have each value of a facet, by value; most first. */
export function countValues(
  products: readonly FacetFields[],
  facet: FacetName,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of products.flatMap(VALUES[facet])) {
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a))
}
