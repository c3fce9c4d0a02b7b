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

/** Numbers between two shelves: room to put one between. */
const SORT_STEP = 10

/** The shelves as they stand, those within below the one they stand in. */
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
        <View className="shelf-list">
          {inOrder(all).map((shelf) => (
            <Row
              key={shelf.id}
              label={
                <View className={shelf.parentId === null ? '' : 'row--within'}>{shelf.name}</View>
              }
              value={shelf.parentId === null ? countWords(all, shelf.id) : ''}
              onTap={() => setEdited(shelf)}
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

/** First-level shelves in their order, each followed by those within. */
const inOrder = (all: readonly Category[]): Category[] =>
  all
    .filter(({ parentId }) => parentId === null)
    .flatMap((outer) => [outer, ...all.filter(({ parentId }) => parentId === outer.id)])

function countWords(all: readonly Category[], id: string): string {
  const within = all.filter(({ parentId }) => parentId === id).length
  return within === 0 ? '' : `${within} 个子分类`
}
