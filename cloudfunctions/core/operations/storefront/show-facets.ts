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
    categories: valuesOf(categories, counts.categoryId),
    priceBands: valuesOf(bands, counts.priceBand),
    brands: valuesOf(named, counts.brand).sort(byCount),
    tags: valuesOf(tags, counts.tagId).sort(byCount),
  })
}

/** The values that results have; all of them when nobody has counted. */
const valuesOf = (
  all: readonly { id: string; name: string }[],
  counts: ReadonlyMap<string, number> | null,
): FacetValue[] =>
  all
    .map(({ id, name }) => ({ id, name, count: counts === null ? null : (counts.get(id) ?? 0) }))
    .filter(({ count }) => count !== 0)

const byCount = (a: FacetValue, b: FacetValue): number => (b.count ?? 0) - (a.count ?? 0)
