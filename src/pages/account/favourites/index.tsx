import { useReachBottom } from '@tarojs/taro'
import { Empty, Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { ProductCard } from '@/components/product-card'
import { ProductGridSkeleton } from '@/components/skeleton'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown-again'
import { callShop } from '@/services/call'
import { go } from '@/services/route'

/** 收藏: favourite products, latest first. */
export default function Favourites() {
  const pages = usePages(
    (cursor) => callShop('catalog.favourites', { ...(cursor && { cursor }) }),
    '',
  )
  const { items, status, error, ended, more, reload } = pages
  useReachBottom(() => void more())
  // A favourite may have been removed on the product page.
  useShownAgain(() => void reload())
  return (
    <PageShell title="收藏">
      {items.length > 0 ? (
        <>
          <LongList items={items} layout="grid" keyOf={({ id }) => id}>
            {(product) => <ProductCard product={product} onOpen={go.product} />}
          </LongList>
          <ListEnd status={status} ended={ended} onRetry={() => void more()} />
        </>
      ) : error ? (
        <Failure error={error} onRetry={() => void reload()} />
      ) : status === 'loading' ? (
        <ProductGridSkeleton />
      ) : (
        <Empty
          picture="basket"
          title="还没有收藏"
          note="在商品页点一下心，就收在这里"
          action="去逛逛"
          onAction={() => go.tab('home')}
        />
      )}
    </PageShell>
  )
}
