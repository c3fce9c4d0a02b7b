import type { CategoryView } from '@core/contract/catalog'
import { InfiniteLoading } from '@nutui/nutui-react-taro'
import { ScrollView, Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { useAppEnvironment } from '@/components/app-environment'
import { Choice } from '@/components/choice'
import { Empty, Failure } from '@/components/empty'
import { Icon } from '@/components/icon'
import { ListEnd } from '@/components/list-end'
import { RowsSkeleton } from '@/components/skeleton'
import { tappable } from '@/components/tappable'
import { useCartBadge } from '@/hooks/use-cart-badge'
import { usePages } from '@/hooks/use-pages'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { shop, useShop } from '@/stores/shop'
import { ProductRow } from './product-row'
import './index.scss'

/** The shelves at the left; at the right those within the chosen one, and what lies there. */
export default function Category() {
  const categories = useShop((state) => state.categories)
  const chosen = useShop((state) => state.categoryId)
  const { statusBar, bar, capsule } = useAppEnvironment().topInsets
  const load = () => void shop.getState().loadCategories()
  useEffect(load, [])
  useCartBadge()

  const all = categories.value ?? []
  const shelves = all.filter(({ parentId }) => parentId === null)
  const shelf = all.find(({ id }) => id === chosen) ?? shelves[0] ?? null
  const outer = shelf?.parentId ?? shelf?.id ?? null
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
          <CategoryRail shelves={shelves} chosen={outer} />
          <View className="category__pane">
            <Subcategories
              categories={all.filter(({ parentId }) => parentId !== null && parentId === outer)}
              parentId={outer}
              selectedId={shelf?.id ?? null}
            />
            <View className="category__list">
              {shelf === null ? <RowsSkeleton count={5} /> : <CategoryProducts key={shelf.id} id={shelf.id} />}
            </View>
          </View>
        </View>
      )}
    </View>
  )
}

function CategoryRail({ shelves, chosen }: { shelves: CategoryView[]; chosen: string | null }) {
  return (
    <ScrollView className="category__rail" scrollY>
      {shelves.map(({ id, name }) => (
        <View
          key={id}
          className={id === chosen ? 'rail-item rail-item--on' : 'rail-item'}
          {...tappable(name, 'tab')}
          onClick={() => shop.getState().selectCategory(id)}
        >
          {name}
        </View>
      ))}
    </ScrollView>
  )
}

type SubcategoriesProps = { categories: CategoryView[]; parentId: string | null; selectedId: string | null }

/** The shelves within the chosen one, and all of them together. */
function Subcategories({ categories: shelves, parentId: outer, selectedId: chosen }: SubcategoriesProps) {
  if (shelves.length === 0 || outer === null) return null
  return (
    <ScrollView className="category__within" scrollX enhanced showScrollbar={false}>
      <View className="category__within-row">
        {[{ id: outer, name: '全部' }, ...shelves].map(({ id, name }) => (
          <Choice key={id} isSelected={id === chosen} onTap={() => shop.getState().selectCategory(id)}>
            {name}
          </Choice>
        ))}
      </View>
    </ScrollView>
  )
}

function CategoryProducts({ id }: { id: string }) {
  const pages = usePages(
    (cursor) => callShop('catalog.search', { categoryId: id, ...(cursor && { cursor }) }),
    id,
  )
  const { items, status, error, ended, more, reload } = pages
  if (items.length === 0 && error) return <Failure error={error} onRetry={() => void reload()} />
  if (items.length === 0 && status === 'loading') return <RowsSkeleton count={5} />
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
        <ProductRow key={product.id} product={product} />
      ))}
      <ListEnd status={status} ended={ended} onRetry={() => void more()} />
    </InfiniteLoading>
  )
}
