import type { ProductCard as Product, SearchPage } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Empty, Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { LongList } from '@/components/long-list'
import { ProductCard } from '@/components/product-card'
import { ProductGridSkeleton } from '@/components/skeleton'
import { foundCopy } from '@/copy/found'
import { usePages } from '@/hooks/use-pages'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { shop } from '@/stores/shop'
import { FilterSheet } from './filter-sheet'
import { nearCopy } from './search-copy'
import { filterCount, type SearchFilters, withoutFilters } from './search-filters'
import { SortBar } from './sort-bar'

type Props = { word: string; initialFilters: SearchFilters }

/** Search results with sorting and filters. */
export function SearchResults({ word, initialFilters }: Props) {
  const [filters, setFilters] = useState(initialFilters)
  const [isFiltering, setFiltering] = useState(false)
  return (
    <>
      <SortBar
        filters={filters}
        onSort={(order) => setFilters({ ...filters, order })}
        onFilter={() => setFiltering(true)}
      />
      <ResultList
        word={word}
        filters={filters}
        onClear={() => setFilters(withoutFilters(filters))}
      />
      <FilterSheet
        isOpen={isFiltering}
        word={word}
        filters={filters}
        onClose={() => setFiltering(false)}
        onApply={(chosen) => {
          setFilters(chosen)
          setFiltering(false)
        }}
      />
    </>
  )
}

type ListProps = { word: string; filters: SearchFilters; onClear(): void }

function ResultList({ word, filters, onClear }: ListProps) {
  const search = { ...(word && { word }), ...filters }
  const pages = usePages<Product, SearchPage>(
    (cursor) => callShop('catalog.search', { ...search, ...(cursor && { cursor }) }),
    JSON.stringify(search),
  )
  const { items, first, status, error, ended, more, reload } = pages
  useReachBottom(() => void more())
  const open = (productId: string) => {
    if (word) shop.getState().recordEvent('searchClick', { productId, word })
    go.product(productId)
  }
  if (items.length === 0 && error) return <Failure error={error} onRetry={() => void reload()} />
  if (items.length === 0 && status === 'loading') return <ProductGridSkeleton />
  if (items.length === 0) {
    return <NoResults word={word} isFiltered={filterCount(filters) > 0} onClear={onClear} />
  }
  return (
    <>
      {first && <Found word={word} page={first} />}
      <LongList items={items} layout="grid" keyOf={({ id }) => id}>
        {(product) => <ProductCard product={product} onOpen={open} />}
      </LongList>
      <ListEnd status={status} ended={ended} onRetry={() => void more()} />
    </>
  )
}

/** How many results there are, and when they are not quite what was searched for, why. */
function Found({ word, page: { found, near } }: { word: string; page: SearchPage }) {
  const why = nearCopy(word, near)
  return (
    <View className="search-found">
      {why && <Text className="search-found__why">{why}</Text>}
      {found && <Text className="search-found__count">{foundCopy(found)}</Text>}
    </View>
  )
}

type NoResultsProps = { word: string; isFiltered: boolean; onClear(): void }

function NoResults({ word, isFiltered, onClear }: NoResultsProps) {
  const title = word ? `没有找到「${word}」` : '这里还没有东西'
  if (isFiltered) {
    return (
      <Empty
        picture="fallen-leaf"
        title={title}
        note="少选一个条件，也许就有了"
        action="取消筛选"
        onAction={onClear}
      />
    )
  }
  return (
    <Empty
      picture="fallen-leaf"
      title={title}
      note="换个短一点的词，或去架子上看看"
      action="看分类"
      onAction={() => go.tab('category')}
    />
  )
}
