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

/** A product: what it is, what it costs, which one, and into the cart. */
export default function Product() {
  const { id = '', s } = useRouter().params
  const product = useLoad(() => callShop('catalog.product', { productId: id }), id)
  const view = product.value
  useShareAppMessage(() =>
    productCard(id, { title: view?.title ?? '', memberCode: view?.memberCode ?? null }),
  )
  useEffect(() => {
    if (view?.id !== id) return
    const { recordEvent: note, addFootprint: leaveFootprint } = shop.getState()
    leaveFootprint(id)
    const sharer = sharerCodeOf(s)
    if (sharer) note('arrive', { productId: id, sharer })
    note('view', { productId: id })
  }, [view?.id, id, s])

  return (
    <View className="product">
      <NavBar isClear />
      {view && (
        <ProductBody
          key={view.id}
          product={view}
          onChange={product.replace}
          onStale={() => void product.reload()}
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

/** Trying again would bring nothing: the shop goes on elsewhere. */
const ProductUnavailable = () => (
  <Empty
    picture="fallen-leaf"
    title="这件已经下架了"
    note="店里还有别的好东西"
    action="回首页看看"
    onAction={() => go.tab('home')}
  />
)
