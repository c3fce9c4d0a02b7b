import type { ProductOrder } from '@core/kernel/search-tokens'
import { Text, View } from '@tarojs/components'
import { tappable } from '@/components/tappable'
import { filterCount, type SearchFilters, nextSortOrder } from './search-filters'
import './sort-bar.scss'

const SORT_ORDERS = [
  ['shelf', '综合'],
  ['sold', '销量'],
  ['fresh', '新品'],
  ['price', '价格'],
] as const

type Props = {
  filters: SearchFilters
  onSort(order: ProductOrder): void
  onFilter(): void
}

/** How the list is sorted, and the way to narrow it. */
export function SortBar({ filters: narrowing, onSort: onOrder, onFilter }: Props) {
  const now = narrowing.order ?? 'shelf'
  const filters = filterCount(narrowing)
  return (
    <View className="order-bar">
      {SORT_ORDERS.map(([order, name]) => {
        const isOn = order === 'price' ? now.startsWith('price') : now === order
        const words = isOn && order === 'price' ? PRICE_COPY[now === 'priceDown' ? 1 : 0] : name
        return (
          <View
            key={order}
            className={isOn ? 'order-bar__item order-bar__item--on' : 'order-bar__item'}
            {...tappable(`按${words}排`, 'tab')}
            aria-selected={isOn}
            onClick={() => onOrder(nextSortOrder(now, order))}
          >
            {words}
          </View>
        )
      })}
      <View
        className={filters > 0 ? 'order-bar__item order-bar__item--on' : 'order-bar__item'}
        {...tappable('筛选')}
        onClick={onFilter}
      >
        <Text>{filters > 0 ? `筛选 ${filters}` : '筛选'}</Text>
      </View>
    </View>
  )
}

const PRICE_COPY = ['价格 ↑', '价格 ↓'] as const
