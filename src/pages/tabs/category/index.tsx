import { useEffect } from 'react'
import { ScrollView, Text, View } from '@tarojs/components'
import { InfiniteLoading } from '@nutui/nutui-react-taro'
import type { CategoryView } from '@core/contract/catalog'
import { Empty, Failure } from '@/components/empty'
import { Icon } from '@/components/icon'
import { ListEnd } from '@/components/list-end'
import { RowBones } from '@/components/skeleton'
import { useSurroundings } from '@/components/surroundings'
import { tappable } from '@/components/tappable'
import { useCartBadge } from '@/hooks/use-cart-badge'
import { usePages } from '@/hooks/use-pages'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { shop, useShop } from '@/stores/shop'
import { ShelfRow } from './shelf-row'
import './index.scss'

/** The shelves at the left, what lies on the chosen one at the right. */
export default function Category() {
  const categories = useShop((state) => state.categories)
  const chosen = useShop((state) => state.shelf)
  const { statusBar, bar, capsule } = useSurroundings().frame
  const load = () => void shop.getState().loadCategories()
  useEffect(load, [])
  useCartBadge()

  const shelves = categories.value ?? []
  const shelf = shelves.find(({ id }) => id === chosen)?.id ?? shelves[0]?.id ?? null
  const top = { paddingTop: `${statusBar}px`, paddingRight: `${capsule}px` }
  return (
    <View className="category">
      <View className="category__top" style={top}>
        <View className="category__search" style={{ minHeight: `${bar}px` }}>
          <View className="search-pill" {...tappable('搜索')} onClick={() => go.search()}>
            <Icon name="search" />
            <Text>搜全店</Text>
          </View>
        </View>
      </View>
      {categories.status === 'failed' && shelf === null ? (
        <Failure error={categories.error} onRetry={load} />
      ) : (
        <View className="category__body">
          <Rail shelves={shelves} chosen={shelf} />
          <View className="category__pane">
            {shelf === null ? <RowBones count={5} /> : <Shelf key={shelf} id={shelf} />}
          </View>
        </View>
      )}
    </View>
  )
}

function Rail({ shelves, chosen }: { shelves: CategoryView[]; chosen: string | null }) {
  return (
    <ScrollView className="category__rail" scrollY>
      {shelves.map(({ id, name }) => (
        <View
          key={id}
          className={id === chosen ? 'rail-item rail-item--on' : 'rail-item'}
          {...tappable(name, 'tab')}
          onClick={() => shop.getState().openShelf(id)}
        >
          {name}
        </View>
      ))}
    </ScrollView>
  )
}

function Shelf({ id }: { id: string }) {
  const pages = usePages(
    (cursor) => callShop('catalog.search', { categoryId: id, ...(cursor && { cursor }) }),
    id,
  )
  const { items, status, error, ended, more, reload } = pages
  if (items.length === 0 && error) return <Failure error={error} onRetry={() => void reload()} />
  if (items.length === 0 && status === 'loading') return <RowBones count={5} />
  if (items.length === 0) {
    return (
      <Empty
        picture="jar"
        title="这个架子空着"
        note="新货在路上，先看看别的"
        action="看看首页"
        onAction={() => go.tab('home')}
      />
    )
  }
  return (
    <InfiniteLoading hasMore={!ended} loadingText=" " loadMoreText=" " onLoadMore={more}>
      {items.map((product) => (
        <ShelfRow key={product.id} product={product} />
      ))}
      <ListEnd status={status} ended={ended} onRetry={() => void more()} />
    </InfiniteLoading>
  )
}
