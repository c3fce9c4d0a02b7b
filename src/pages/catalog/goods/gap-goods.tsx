import type { CartView } from '@core/contract/cart'
import type { ScopedCard } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty, Failure } from '@/components/empty'
import { GoodsRow } from '@/components/goods-row'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { FREIGHT_GAP, type PromotionProgress } from '@/copy/promotion-progress'
import { useCartQuote } from '@/hooks/use-cart-quote'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { shop, useShop } from '@/stores/shop'
import { ScopedList } from './scoped-list'

/** 凑单: goods that close the gap to a promotion of the cart, or to free freight. */
export function GapGoods({ id }: { id: string }) {
  const cart = useShop((state) => state.cart)
  const load = () => void shop.getState().loadCart()
  useDidShow(load)
  if (cart.value) return <GapOfCart id={id} cart={cart.value} />
  return (
    <PageShell title="凑单">
      {cart.status === 'failed' ? (
        <Failure error={cart.error} onRetry={load} />
      ) : (
        <RowsSkeleton count={5} />
      )}
    </PageShell>
  )
}

function GapOfCart({ id, cart }: { id: string; cart: CartView }) {
  const unchosen = useShop((state) => state.unchosen)
  const { progress, quote } = useCartQuote(cart, unchosen)
  const now = progress.find((one) => one.id === id)
  // What is listed stays as it was when the page opened: nothing moves under the finger.
  const [first] = useState(now)
  const isClosed = now ? now.isReached : id === FREIGHT_GAP && quote.freightFen === 0
  return (
    <PageShell title="凑单" foot={<Foot progress={now} isClosed={isClosed} />}>
      <Progress progress={now ?? first} isClosed={isClosed} />
      {first?.gap ? (
        <ScopedList of={first.gap} skeleton={<RowsSkeleton count={5} />} empty={<NoGoods />}>
          {(items) => (
            <LongList items={items} layout="plain" keyOf={(item) => item.id}>
              {(product) => <GoodsRow product={product} onOpen={go.product} onAdd={add} />}
            </LongList>
          )}
        </ScopedList>
      ) : (
        <NoGoods />
      )}
    </PageShell>
  )
}

/** How far a promotion is, if it still covers what is chosen. */
type GapState = { progress: PromotionProgress | undefined; isClosed: boolean }

/** How far the promotion is now; it follows every piece that is added. */
function Progress({ progress, isClosed }: GapState) {
  if (!progress) return null
  const { tag, text } = progress
  return (
    <Card>
      <View className="gap" role="status">
        <View className="gap__tag">
          <Tag tone={isClosed ? 'leaf' : 'price'}>{tag}</Tag>
        </View>
        <Text className="gap__words">{isClosed ? closedCopy(progress) : text}</Text>
        <Text className="gap__note">
          {isClosed ? '已经够了，可以去结算' : '刚好够的排在前面，点 + 就放进购物车'}
        </Text>
      </View>
    </Card>
  )
}

const closedCopy = ({ id, text }: PromotionProgress): string =>
  id === FREIGHT_GAP ? '已免运费' : text

function Foot({ progress, isClosed }: GapState) {
  return (
    <View className="gap-foot">
      <Text className="gap-foot__words">
        {isClosed ? '已经够了' : (progress?.text ?? '这个优惠暂时用不上')}
      </Text>
      <Button kind={isClosed ? 'filled' : 'soft'} onTap={() => go.tab('cart')}>
        去购物车
      </Button>
    </View>
  )
}

const NoGoods = () => (
  <Empty
    picture="basket"
    title="没有要凑的了"
    note="回购物车看看优惠到哪一步了"
    action="去购物车"
    onAction={() => go.tab('cart')}
  />
)

/** One tap adds the piece whose price is shown; what must be filled in first opens its page. */
async function add({ id, title, addSkuId }: ScopedCard): Promise<void> {
  if (addSkuId === null) return go.product(id)
  if (!(await shop.getState().addToCart(addSkuId, 1))) return
  const spec = shop.getState().cart.value?.lines.find((one) => one.skuId === addSkuId)?.spec ?? ''
  toast(`${title}${spec === '' ? '' : ` ${spec}`} 已放进购物车`)
}
