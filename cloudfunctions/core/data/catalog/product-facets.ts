import type { Database } from '@core/data/database'
import {
  countValues,
  FACETS,
  type FacetFields,
  type FacetFilter,
  type FacetName,
  passes,
} from '@core/domain/catalog/facets'
import { type ProductQuery, readQuery } from '@core/domain/catalog/product-query'
import { rankHits } from '@core/domain/catalog/product-ranking'
import { rareTokens, type TokenFilter } from '@core/kernel/search-tokens'
import { metBy, walkEntries } from './product-search'

/** Bytes of the largest row: eight tags, two categories, a brand, a digit for each term. */
const ROW_BYTES = 1_200

/** What a list is narrowed to; its facets are counted within it. */
type FacetSearch = Pick<TokenFilter, FacetName> & { word?: string }

/** Values of one facet and how many of the results have them; `null`: too many to be counted. */
type FacetCounts = Record<FacetName, ReadonlyMap<string, number> | null>

const NONE: ReadonlyMap<string, number> = new Map()
const NOTHING: FacetCounts = { categoryId: NONE, brand: NONE, tagId: NONE, priceBand: NONE }

type Row = FacetFields & { _id: string; met: string; at: number }

/**
 * Counts what the results could be filtered by, in one round. Each facet is counted among what the
 * other filters leave, so that another value of the same facet can be chosen.
 */
export async function countFacets(
  db: Database,
  { word, ...filter }: FacetSearch,
): Promise<FacetCounts> {
  const query = word ? readQuery(word) : null
  if (word && !query) return NOTHING
  const chosen = FACETS.filter((facet) => filter[facet] !== undefined)
  const { rows, isQueryRead, readTokens } = await walkEntries<Row>(
    db,
    {
      query,
      filter,
      project: {
        ...{ brand: 1, categoryIds: 1, tags: 1, fromFen: 1, at: '$sort' },
        ...(query && { met: metBy(query, false) }),
      },
      isWhole: query === null && chosen.length < 2,
    },
    ROW_BYTES,
  )
  const products = [...new Map(rows.map((row) => [row._id, row])).values()]
  const counted = (facet: FacetName) => {
    const own = rareTokens({ [facet]: filter[facet] })
    const isRead = isQueryRead || [...readTokens].some((token) => !own.includes(token))
    const others = { ...filter, [facet]: undefined }
    return isRead ? countValues(resultsOf(products, query, others), facet) : null
  }
  return {
    categoryId: counted('categoryId'),
    brand: counted('brand'),
    tagId: counted('tagId'),
    priceBand: counted('priceBand'),
  }
}

function resultsOf(rows: readonly Row[], query: ProductQuery | null, filter: FacetFilter): Row[] {
  const left = rows.filter((row) => passes(row, filter, null))
  if (!query) return left
  const candidates = left.map(({ _id: id, met, at }) => ({ id, met, at }))
  const hits = new Set(rankHits(candidates, query, 'default').hits.map(({ id }) => id))
  return left.filter(({ _id: id }) => hits.has(id))
}
