import type { Category } from '@core/domain/catalog/product'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Row } from '@/components/card'
import { Empty, Failure } from '@/components/empty'
import { RowsSkeleton } from '@/components/skeleton'
import type { Loaded } from '@/hooks/use-load'
import { mintId } from '@/services/ids'
import { CategorySheet } from './category-sheet'

type Props = { loaded: Loaded<Category[], { code: string; requestId?: string }> }

/** Distance of two positions, so that a category fits between them later. */
const SORT_STEP = 10

/** The categories in their order, each followed by its subcategories. */
export function CategoryList({ loaded }: Props) {
  const [edited, setEdited] = useState<Category | null>(null)
  const { value: all, error, reload } = loaded
  if (!all) {
    return error ? (
      <Failure error={error} onRetry={() => void reload()} />
    ) : (
      <RowsSkeleton count={5} />
    )
  }
  const blank = (): Category => ({
    id: mintId(),
    name: '',
    picture: '',
    sort: Math.max(0, ...all.map(({ sort }) => sort)) + SORT_STEP,
    parentId: null,
  })
  return (
    <>
      {all.length === 0 ? (
        <Empty picture="basket" title="还没有分类" note="先建一个，商品才有地方放" />
      ) : (
        <View className="category-list">
          {inOrder(all).map((category) => (
            <Row
              key={category.id}
              label={
                <View className={category.parentId === null ? '' : 'row--within'}>
                  {category.name}
                </View>
              }
              value={category.parentId === null ? countCopy(all, category.id) : ''}
              onTap={() => setEdited(category)}
            />
          ))}
        </View>
      )}
      <Button kind="soft" wide onTap={() => setEdited(blank())}>
        加一个分类
      </Button>
      <CategorySheet
        key={edited?.id ?? ''}
        category={edited}
        all={all}
        onDone={() => {
          setEdited(null)
          void reload()
        }}
        onClose={() => setEdited(null)}
      />
    </>
  )
}

/** Top-level categories in their order, each followed by its subcategories. */
const inOrder = (all: readonly Category[]): Category[] =>
  all
    .filter(({ parentId }) => parentId === null)
    .flatMap((parent) => [parent, ...all.filter(({ parentId }) => parentId === parent.id)])

function countCopy(all: readonly Category[], id: string): string {
  const subcategories = all.filter(({ parentId }) => parentId === id).length
  return subcategories === 0 ? '' : `${subcategories} 个子分类`
}
