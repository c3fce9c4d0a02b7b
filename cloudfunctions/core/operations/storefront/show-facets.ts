import type { FacetsInput, FacetsView, FacetValue } from '@core/contract/storefront'
import { findBrands, findTags } from '@core/data/catalog/facets'
import { countFacets } from '@core/data/catalog/product-facets'
import { findCategories } from '@core/data/catalog/products'
import { ok, type Result } from '@core/kernel/result'
import { PRICE_BANDS } from '@core/kernel/search-tokens'
import type { Context } from '@core/operations/context'

/** What the results of a search can be filtered by. */
export async function showFacets(
  ctx: Context,
  search: FacetsInput,
): Promise<Result<FacetsView, never>> {
  const [counts, categories, brands, tags] = await Promise.all([
    countFacets(ctx.db, search),
    findCategories(ctx.db),
    findBrands(ctx.db),
    findTags(ctx.db),
  ])
  const named = brands.map((name) => ({ id: name, name }))
  const bands = PRICE_BANDS.map(({ id }) => ({ id, name: id }))
  return ok({
    // These are few and have an order of their own.
    categories: valuesOf(categories, counts.categoryId, search.categoryId),
    priceBands: valuesOf(bands, counts.priceBand, search.priceBand),
    brands: valuesOf(named, counts.brand, search.brand).sort(byCount),
    tags: valuesOf(tags, counts.tagId, search.tagId).sort(byCount),
  })
}

/** The values that results have, and the chosen one; all when there are too many results. */
const valuesOf = (
  all: readonly { id: string; name: string }[],
  counts: ReadonlyMap<string, number> | null,
  chosen: string | undefined,
): FacetValue[] =>
  all
    .map(({ id, name }) => ({ id, name, count: counts === null ? null : (counts.get(id) ?? 0) }))
    .filter(({ id, count }) => count !== 0 || id === chosen)

const byCount = (a: FacetValue, b: FacetValue): number => (b.count ?? 0) - (a.count ?? 0)
