import type { StaffProductRow } from '@core/contract/products'
import { View } from '@tarojs/components'
import { useReachBottom, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Confirm } from '@/components/confirm'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { SearchField } from '@/components/search-field'
import { RowsSkeleton } from '@/components/skeleton'
import { failureLine } from '@/copy/failures'
import { SHOP_NAME } from '@/copy/shop'
import { type Pages, usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown-again'
import { ChipRow } from '@/pages/admin/chip-row'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { go } from '@/services/route'
import type { SharedCard } from '@/services/share'
import { toast } from '@/services/toast'
import { ProductRow } from './product-row'
import { QuickEdit } from './quick-edit'
import { ShareSheet } from './share-sheet'
import './index.scss'

const LISTS = [
  [true, '在售'],
  [false, '仓库'],
] as const

/** 商品: products on sale and in store; each can be switched and edited. */
export default function ProductsPage() {
  const [isOnSale, setOnSale] = useState(true)
  const [word, setWord] = useState('')
  const pages = usePages(
    (cursor) => callAdmin('products.list', { isOnSale, ...(word && { word }), cursor }),
    `${isOnSale} ${word}`,
  )
  useReachBottom(() => loadMore(pages))
  useShareAppMessage(({ target }) => sharedCard(target))
  // A product may have been changed in its editor.
  useShownAgain(() => void pages.reload())
  if (isForbidden(pages.error)) return <StaffOnly />
  const foot = (
    <View className="products-foot">
      <Button kind="soft" wide onTap={go.staffShelf}>
        排顺序
      </Button>
      <Button wide onTap={() => go.staffProduct()}>
        上新
      </Button>
    </View>
  )
  return (
    <PageShell title="商品" foot={foot}>
      <SearchField word={word} placeholder="搜商品名、关键词" label="搜索商品" onSearch={setWord} />
      <ChipRow options={LISTS} selected={isOnSale} onSelect={setOnSale} />
      <ProductList pages={pages} isOnSale={isOnSale} word={word} />
    </PageShell>
  )
}

/** The card of the button that was tapped; from the page's menu, the shop's home. */
const sharedCard = (target: unknown): SharedCard => {
  const { title = SHOP_NAME, path = HOME } =
    (target as { dataset?: Partial<SharedCard> } | undefined)?.dataset ?? {}
  return { title, path }
}

const HOME = '/pages/tabs/home/index'

/** Whether it would go on sale without a piece. */
const isUnstocked = ({ isOnSale, available }: StaffProductRow) => !isOnSale && available === 0

type ListProps = { pages: Pages<StaffProductRow>; isOnSale: boolean; word: string }

function ProductList({ pages, isOnSale, word }: ListProps) {
  const { items, status, error } = pages
  const [edited, setEdited] = useState<StaffProductRow | null>(null)
  const [shared, setShared] = useState<string | null>(null)
  // On sale without a piece in stock: asked first.
  const [unstocked, setUnstocked] = useState<StaffProductRow | null>(null)
  const toggleSale = async (row: StaffProductRow) => {
    const change = { productId: row.id, isOnSale: !row.isOnSale }
    const answer = await callAdmin('products.switch', change)
    if (!answer.ok) return toast(failureLine(answer.error))
    pages.patch(({ id }) => id === row.id, { ...row, isOnSale: answer.value.isOnSale })
    toast(answer.value.isOnSale ? '已上架' : '已下架')
  }
  if (items.length === 0 && error) {
    return <Failure error={error} onRetry={() => void pages.reload()} />
  }
  if (items.length === 0 && status === 'loading') return <RowsSkeleton count={5} />
  if (items.length === 0) {
    return (
      <Empty
        picture="basket"
        title={word ? `没有找到「${word}」` : isOnSale ? '还没有在售的商品' : '仓库是空的'}
        note={word ? '换个词，或看看另一边' : '新商品保存后会出现在这里'}
      />
    )
  }
  return (
    <>
      <LongList items={items} keyOf={({ id }) => id}>
        {(row) => (
          <ProductRow
            row={row}
            actions={{
              onOpen: () => go.staffProduct(row.id),
              onCopy: () => go.staffProductCopy(row.id),
              onShare: () => setShared(row.id),
              onQuickEdit: () => setEdited(row),
              onSwitch: () => (isUnstocked(row) ? setUnstocked(row) : void toggleSale(row)),
            }}
          />
        )}
      </LongList>
      <ListFoot pages={pages} unit="件" />
      {edited && (
        <QuickEdit
          productId={edited.id}
          title={edited.title}
          onSaved={() => {
            setEdited(null)
            toast('价格和库存存好了')
            void pages.reload()
          }}
          onClose={() => setEdited(null)}
        />
      )}
      {shared !== null && <ShareSheet productId={shared} onClose={() => setShared(null)} />}
      <Confirm
        isOpen={unstocked !== null}
        title="没有库存，还上架吗"
        note={`「${unstocked?.title ?? ''}」一件库存也没有，上架后顾客看到的是「已售罄」。`}
        action="照样上架"
        onConfirm={async () => {
          setUnstocked(null)
          if (unstocked) await toggleSale(unstocked)
        }}
        onClose={() => setUnstocked(null)}
      />
    </>
  )
}
