import { Text, View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useEffect, useMemo } from 'react'
import { Empty, Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { PageShell } from '@/components/page-shell'
import { ProductCard } from '@/components/product-card'
import { ProductGridSkeleton } from '@/components/skeleton'
import { usePages } from '@/hooks/use-pages'
import { decodeQuery, go } from '@/services/route'
import { scopePages } from './scope-pages'
import './index.scss'

/** 可用商品: what a coupon can be used for. */
export default function CouponGoods() {
  const { products = '', categories = '', title = '' } = useRouter().params
  const fetch = useMemo(
    () => scopePages({ productIds: idsIn(products), categoryIds: idsIn(categories) }),
    [products, categories],
  )
  const { items, status, error, ended, more, reload } = usePages(fetch, `${products} ${categories}`)
  useReachBottom(() => void more())
  const isNothingYet = items.length === 0 && status === 'ready' && !ended
  useEffect(() => {
    // The first products may all be off sale, while a category has others.
    if (isNothingYet) void more()
  }, [isNothingYet, more])
  // A product named by itself may be in one of the categories too.
  const shown = [...new Map(items.map((one) => [one.id, one])).values()]
  return (
    <PageShell title="可用商品">
      {title !== '' && <Text className="coupon-goods__title">{decodeQuery(title)}</Text>}
      {shown.length > 0 && (
        <>
          <View className="product-grid">
            {shown.map((product) => (
              <ProductCard key={product.id} product={product} onOpen={go.product} />
            ))}
          </View>
          <ListEnd status={status} ended={ended} onRetry={() => void more()} />
        </>
      )}
      {shown.length === 0 && error && <Failure error={error} onRetry={() => void reload()} />}
      {shown.length === 0 && !error && !ended && <ProductGridSkeleton />}
      {shown.length === 0 && !error && ended && (
        <Empty
          picture="fallen-leaf"
          title="能用的商品都下架了"
          note="券还在券包里，商品回来了就能用"
          action="去逛逛"
          onAction={() => go.tab('home')}
        />
      )}
    </PageShell>
  )
}

const idsIn = (list: string): string[] => decodeQuery(list).split(',').filter(Boolean)
