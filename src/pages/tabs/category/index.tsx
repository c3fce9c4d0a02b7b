import type { CategoryView } from '@core/contract/catalog'
import type { ProductCard, SearchPage } from '@core/contract/storefront'
import { InfiniteLoading } from '@nutui/nutui-react-taro'
import { ScrollView, Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { useAppEnvironment } from '@/components/app-environment'
import { Choice } from '@/components/choice'
import { Empty, Failure } from '@/components/empty'
import { GoodsRow } from '@/components/goods-row'
import { Icon } from '@/components/icon'
import { ListEnd } from '@/components/list-end'
import { LongList } from '@/components/long-list'
import { RowsSkeleton } from '@/components/skeleton'
import { tappable } from '@/components/tappable'
import { foundCopy } from '@/copy/found'
import { useCartBadge } from '@/hooks/use-cart-badge'
import { usePages } from '@/hooks/use-pages'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { shop, useShop } from '@/stores/shop'
import './index.scss'

/** Categories at the left; subcategories and products of the selected one at the right. */
export default function Category() {
  const categories = useShop((state) => state.categories)
  const chosenId = useShop((state) => state.categoryId)
  const { statusBar, bar, capsule } = useAppEnvironment().topInsets
  const load = () => void shop.getState().loadCategories()
  useEffect(load, [])
  useCartBadge()

  const all = categories.value ?? []
  const topLevel = all.filter(({ parentId }) => parentId === null)
  const selected = all.find(({ id }) => id === chosenId) ?? topLevel[0] ?? null
  const topLevelId = selected?.parentId ?? selected?.id ?? null
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
      {categories.status === 'failed' && selected === null ? (
        <Failure error={categories.error} onRetry={load} />
      ) : (
        <View className="category__body">
          <CategoryRail categories={topLevel} selectedId={topLevelId} />
          <View className="category__pane">
            <Subcategories
              categories={all.filter(
                ({ parentId }) => parentId !== null && parentId === topLevelId,
              )}
              parentId={topLevelId}
              selectedId={selected?.id ?? null}
            />
            <View className="category__list">
              {selected === null ? (
                <RowsSkeleton count={5} />
              ) : (
                <CategoryProducts key={selected.id} id={selected.id} />
              )}
            </View>
          </View>
        </View>
      )}
    </View>
  )
}

function CategoryRail({
  categories,
  selectedId,
}: {
  categories: CategoryView[]
  selectedId: string | null
}) {
  return (
    <ScrollView className="category__rail" scrollY>
      {categories.map(({ id, name }) => (
        <View
          key={id}
          className={id === selectedId ? 'rail-item rail-item--on' : 'rail-item'}
          {...tappable(name, 'tab')}
          onClick={() => shop.getState().selectCategory(id)}
        >
          {name}
        </View>
      ))}
    </ScrollView>
  )
}

type SubcategoriesProps = {
  categories: CategoryView[]
  parentId: string | null
  selectedId: string | null
}

/** The subcategories of a category, preceded by all of it. */
function Subcategories({ categories, parentId, selectedId }: SubcategoriesProps) {
  if (categories.length === 0 || parentId === null) return null
  return (
    <ScrollView className="category__within" scrollX enhanced showScrollbar={false}>
      <View className="category__within-row">
        {[{ id: parentId, name: '全部' }, ...categories].map(({ id, name }) => (
          <Choice
            key={id}
            isSelected={id === selectedId}
            onTap={() => shop.getState().selectCategory(id)}
          >
            {name}
          </Choice>
        ))}
      </View>
    </ScrollView>
  )
}

function CategoryProducts({ id }: { id: string }) {
  const pages = usePages<ProductCard, SearchPage>(
    (cursor) => callShop('catalog.search', { categoryId: id, ...(cursor && { cursor }) }),
    id,
  )
  const { items, first, status, error, ended, more, reload } = pages
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
      {first?.found && <Text className="category__found">{foundCopy(first.found)}</Text>}
      <LongList items={items} layout="plain" keyOf={({ id }) => id}>
        {(product) => <GoodsRow product={product} onOpen={go.product} onAdd={addToCart} />}
      </LongList>
      <ListEnd status={status} ended={ended} onRetry={() => void more()} />
    </InfiniteLoading>
  )
}

/** Adds a product with a single SKU to the cart; others open their page to choose. */
async function addToCart({ id, title, onlySkuId }: ProductCard) {
  if (onlySkuId === null) return go.product(id)
  const isAdded = await shop.getState().addToCart(onlySkuId, 1)
  if (isAdded) toast(`${title} 已放进购物车`)
}
