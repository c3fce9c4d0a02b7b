import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { CartView } from '@core/contract/cart'
import { Card } from '@/components/card'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowBones } from '@/components/skeleton'
import { tappable } from '@/components/tappable'
import { useCartBadge } from '@/hooks/use-cart-badge'
import { go } from '@/services/route'
import { chosenLines } from '@/stores/cart'
import { shop, useShop } from '@/stores/shop'
import { CartFoot, ManageFoot } from './cart-foot'
import { CartLineRow, GoneLineRow } from './cart-line-row'
import './index.scss'

/** The cart: kept in the cloud, changed at once under the thumb. */
export default function Cart() {
  const cart = useShop((state) => state.cart)
  const load = () => void shop.getState().loadCart()
  useDidShow(load)
  useCartBadge()
  return (
    <PageShell title="购物车" isTab>
      {cart.value && <CartBody cart={cart.value} />}
      {!cart.value && cart.status === 'loading' && <RowBones />}
      {!cart.value && cart.status === 'failed' && <Failure error={cart.error} onRetry={load} />}
    </PageShell>
  )
}

function CartBody({ cart }: { cart: CartView }) {
  const unchosen = useShop((state) => state.unchosen)
  const [isManaging, setManaging] = useState(false)
  if (cart.lines.length === 0) {
    return (
      <Empty
        picture="basket"
        title="购物车还空着"
        note="喝的、吃的、用的，都在店里"
        action="去逛逛"
        onAction={() => go.tab('home')}
      />
    )
  }
  const lines = cart.lines.filter((line) => line.available > 0)
  const gone = cart.lines.filter((line) => line.available === 0)
  const chosen = chosenLines(cart.lines, unchosen)
  return (
    <>
      <View className="cart__tools">
        <Text>{`共 ${cart.lines.length} 种`}</Text>
        <View
          className="cart__manage"
          {...tappable()}
          onClick={() => setManaging(!isManaging)}
        >
          {isManaging ? '完成' : '管理'}
        </View>
      </View>
      {lines.length > 0 && (
        <View className="cart__lines">
          {lines.map((line) => (
            <CartLineRow
              key={line.skuId}
              line={line}
              isChosen={!unchosen.includes(line.skuId)}
            />
          ))}
        </View>
      )}
      {gone.length > 0 && (
        <Card title="买不到了">
          {gone.map((line) => (
            <GoneLineRow key={line.skuId} line={line} />
          ))}
        </Card>
      )}
      <View className="cart__room" />
      {isManaging ? (
        <ManageFoot chosen={chosen} isAll={chosen.length === lines.length} />
      ) : (
        <CartFoot cart={cart} chosen={chosen} isAll={chosen.length === lines.length} />
      )}
    </>
  )
}
