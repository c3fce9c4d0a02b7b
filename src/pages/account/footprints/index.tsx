import type { ProductCard as Product } from '@core/contract/storefront'
import { ok } from '@core/kernel/result'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Confirm } from '@/components/confirm'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { ProductCard } from '@/components/product-card'
import { ProductGridSkeleton } from '@/components/skeleton'
import { tappable } from '@/components/tappable'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { shop, useShop } from '@/stores/shop'
import './index.scss'

/** 足迹: products viewed on this phone; stored only on the phone. */
export default function Footprints() {
  const ids = useShop((state) => state.footprints)
  const cards = useLoad(() => cardsOf(ids), ids.join(' '))
  return (
    <PageShell title="足迹">
      {ids.length === 0 ? (
        <Empty
          picture="fallen-leaf"
          title="还没有足迹"
          note="看过的商品会留在这里，只记在这部手机上"
          action="去逛逛"
          onAction={() => go.tab('home')}
        />
      ) : cards.value ? (
        <FootprintList products={cards.value} />
      ) : cards.error ? (
        <Failure error={cards.error} onRetry={() => void cards.reload()} />
      ) : (
        <ProductGridSkeleton />
      )}
    </PageShell>
  )
}

const cardsOf = (ids: string[]) =>
  ids.length === 0 ? Promise.resolve(ok<Product[]>([])) : callShop('catalog.cards', { ids })

function FootprintList({ products }: { products: Product[] }) {
  const [isAsking, setAsking] = useState(false)
  return (
    <View className="footprints">
      <View className="footprints__head">
        <Text>{`最近看过的 ${products.length} 件，只记在这部手机上`}</Text>
        <View className="footprints__clear" {...tappable()} onClick={() => setAsking(true)}>
          清空
        </View>
      </View>
      <LongList items={products} layout="grid" keyOf={({ id }) => id}>
        {(product) => <ProductCard product={product} onOpen={go.product} />}
      </LongList>
      <Confirm
        isOpen={isAsking}
        title="清空足迹"
        note="这部手机会忘记看过什么"
        action="清空"
        onConfirm={async () => {
          setAsking(false)
          shop.getState().clearFootprints()
        }}
        onClose={() => setAsking(false)}
      />
    </View>
  )
}
