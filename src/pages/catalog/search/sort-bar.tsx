import type { ProductOrder } from '@core/kernel/search-tokens'
import { Text, View } from '@tarojs/components'
import { tappable } from '@/components/tappable'
import { filterCount, nextSortOrder, type SearchFilters } from './search-filters'
import './sort-bar.scss'

const SORT_ORDERS = [
  ['default', '综合'],
  ['sold', '销量'],
  ['fresh', '新品'],
  ['price', '价格'],
] as const

type Props = {
  filters: SearchFilters
  onSort(order: ProductOrder): void
  onFilter(): void
}

/** Sort orders and the filter button. */
export function SortBar({ filters, onSort, onFilter }: Props) {
  const current = filters.order ?? 'default'
  const count = filterCount(filters)
  return (
    <View className="order-bar">
      {SORT_ORDERS.map(([order, name]) => {
        const isOn = order === 'price' ? current.startsWith('price') : current === order
        const label = isOn && order === 'price' ? PRICE_COPY[current === 'priceDown' ? 1 : 0] : name
        return (
          <View
            key={order}
            className={isOn ? 'order-bar__item order-bar__item--on' : 'order-bar__item'}
            {...tappable(`按${label}排`, 'tab')}
            aria-selected={isOn}
            onClick={() => onSort(nextSortOrder(current, order))}
          >
            {label}
          </View>
        )
      })}
      <View
        className={count > 0 ? 'order-bar__item order-bar__item--on' : 'order-bar__item'}
        {...tappable('筛选')}
        onClick={onFilter}
      >
        <Text>{count > 0 ? `筛选 ${count}` : '筛选'}</Text>
      </View>
    </View>
  )
}

const PRICE_COPY = ['价格 ↑', '价格 ↓'] as const
