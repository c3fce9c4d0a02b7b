import type { SearchInput } from '@core/contract/storefront'
import { PRICE_BANDS, type PriceBand, type ProductOrder } from '@core/kernel/search-tokens'
import { formatRoundAmount } from '@/copy/numbers'

/** Filters and sort order of a search; empty means all products. */
export type SearchFilters = Omit<SearchInput, 'cursor' | 'word'>

export type FilterKey = 'categoryId' | 'brand' | 'tagId' | 'priceBand'

/** Sets a filter, or clears it when it already has this value. */
export function toggleFilter(filters: SearchFilters, key: FilterKey, value: string): SearchFilters {
  const { [key]: before, ...rest } = filters
  return before === value ? rest : { ...rest, [key]: value }
}

/** Clears all filters; keeps the sort order. */
export const withoutFilters = ({ order }: SearchFilters): SearchFilters => (order ? { order } : {})

export const filterCount = ({ order: _order, ...filters }: SearchFilters): number =>
  Object.values(filters).filter((value) => value !== undefined).length

/** The sort order after a tap; a second tap on price reverses it. */
export function nextSortOrder(
  current: ProductOrder,
  tapped: 'default' | 'sold' | 'fresh' | 'price',
) {
  if (tapped !== 'price') return tapped
  return current === 'priceUp' ? 'priceDown' : 'priceUp'
}

/** `¥50 以下`, `¥50–100`, `¥500 以上`. */
export function priceBandCopy(id: PriceBand): string {
  const band = PRICE_BANDS.find((one) => one.id === id) ?? PRICE_BANDS[0]
  if (band.belowFen === null) return `${formatRoundAmount(band.fromFen)} 以上`
  if (band.fromFen === 0) return `${formatRoundAmount(band.belowFen)} 以下`
  return `${formatRoundAmount(band.fromFen)}–${band.belowFen / 100}`
}
