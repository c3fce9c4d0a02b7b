import { useDidHide, useDidShow } from '@tarojs/taro'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { useCartBadge } from '@/hooks/use-cart-badge'
import { go } from '@/services/route'
import { shop, useShop } from '@/stores/shop'
import { CartBody } from './cart-body'
import { UndoBar } from './cart-foot'
import './index.scss'

/** The cart page. */
export default function Cart() {
  const cart = useShop((state) => state.cart)
  const load = () => void shop.getState().loadCart()
  const removed = useShop((state) => state.removed)
  useDidShow(load)
  useDidHide(() => void shop.getState().settleRemoval())
  useCartBadge()
  return (
    <PageShell title="购物车" isTab>
      <UndoBar {...removed} />
      {cart.value && cart.value.lines.length > 0 && <CartBody cart={cart.value} />}
      {cart.value?.lines.length === 0 && (
        <Empty
          picture="basket"
          title="购物车还空着"
          note="喝的、吃的、用的，都在店里"
          action="去逛逛"
          onAction={() => go.tab('home')}
        />
      )}
      {!cart.value && cart.status === 'loading' && <RowsSkeleton />}
      {!cart.value && cart.status === 'failed' && <Failure error={cart.error} onRetry={load} />}
    </PageShell>
  )
}
