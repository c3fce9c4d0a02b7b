import type { SearchInput } from '@core/contract/storefront'
import { PRICE_BANDS, type PriceBand, type ProductOrder } from '@core/kernel/search-tokens'
import { formatRoundAmount } from '@/copy/numbers'

/** What the list is narrowed to and how it is sorted; nothing of it is the whole shop. */
export type SearchFilters = Omit<SearchInput, 'cursor' | 'word'>

/** What a filter narrows by. */
export type FilterKey = 'categoryId' | 'brand' | 'tagId' | 'priceBand'

/** The narrowing with a value put in, or taken out where it is in already. */
export function toggleFilter(narrowing: SearchFilters, key: FilterKey, value: string): SearchFilters {
  const { [key]: before, ...rest } = narrowing
  return before === value ? rest : { ...rest, [key]: value }
}

/** The narrowing without filters: how it is sorted stays. */
export const withoutFilters = ({ order }: SearchFilters): SearchFilters => (order ? { order } : {})

/** How many filters are on. */
export const filterCount = ({ order: _order, ...filters }: SearchFilters): number =>
  Object.values(filters).filter((value) => value !== undefined).length

/** The order after a tap on it: a price is turned round by a second one. */
export function nextSortOrder(now: ProductOrder, tapped: 'shelf' | 'sold' | 'fresh' | 'price') {
  if (tapped !== 'price') return tapped
  return now === 'priceUp' ? 'priceDown' : 'priceUp'
}

/** `¥50 以下`, `¥50–100`, `¥500 以上`. */
export function priceBandCopy(id: PriceBand): string {
  const band = PRICE_BANDS.find((one) => one.id === id) ?? PRICE_BANDS[0]
  if (band.belowFen === null) return `${formatRoundAmount(band.fromFen)} 以上`
  if (band.fromFen === 0) return `${formatRoundAmount(band.belowFen)} 以下`
  return `${formatRoundAmount(band.fromFen)}–${band.belowFen / 100}`
}
