import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect } from 'react'
import { Empty, Failure } from '@/components/empty'
import { NavBar } from '@/components/nav-bar'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { productCard, sharerCodeOf } from '@/services/share'
import { shop } from '@/stores/shop'
import { ProductBody } from './product-body'
import { ProductSkeleton } from './product-skeleton'
import './index.scss'

/** The product page. */
export default function Product() {
  const { id = '', s } = useRouter().params
  const product = useLoad(() => callShop('catalog.product', { productId: id }), id)
  const view = product.value
  useShareAppMessage(() =>
    productCard(id, { title: view?.title ?? '', memberCode: view?.memberCode ?? null }),
  )
  useEffect(() => {
    if (view?.id !== id) return
    const { recordEvent, addFootprint } = shop.getState()
    addFootprint(id)
    const sharer = sharerCodeOf(s)
    if (sharer) recordEvent('arrive', { productId: id, sharer })
    recordEvent('view', { productId: id })
  }, [view?.id, id, s])

  return (
    <View className="product">
      <NavBar isClear />
      {view && (
        <ProductBody
          key={view.id}
          product={view}
          onChange={product.replace}
          onStale={product.reload}
        />
      )}
      {!view && product.status === 'loading' && <ProductSkeleton />}
      {!view && product.error?.code === 'NOT_FOUND' && <ProductUnavailable />}
      {!view && product.error && product.error.code !== 'NOT_FOUND' && (
        <Failure error={product.error} onRetry={() => void product.reload()} />
      )}
    </View>
  )
}

/** For a removed product: a retry would not help, so it leads home. */
const ProductUnavailable = () => (
  <Empty
    picture="fallen-leaf"
    title="这件已经下架了"
    note="店里还有别的好东西"
    action="回首页看看"
    onAction={() => go.tab('home')}
  />
)
