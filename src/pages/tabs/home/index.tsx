import type { HomeView } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import Taro, {
  useDidShow,
  usePullDownRefresh,
  useReachBottom,
  useShareAppMessage,
} from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { Failure } from '@/components/empty'
import { Icon } from '@/components/icon'
import { ListEnd } from '@/components/list-end'
import { PageShell } from '@/components/page-shell'
import { ProductCard } from '@/components/product-card'
import { tappable } from '@/components/tappable'
import { SHOP_NAME } from '@/copy/shop'
import { useCartBadge } from '@/hooks/use-cart-badge'
import { useMoments } from '@/hooks/use-moments'
import { go } from '@/services/route'
import { shop, useShop } from '@/stores/shop'
import { Banner } from './banner'
import { CategoryStrip } from './category-strip'
import { GreetingCard } from './greeting-card'
import { HomeSkeleton } from './home-skeleton'
import { LimitedRow } from './limited-row'
import { UnpaidStrip } from './unpaid-strip'
import { useMoreProducts } from './use-more-products'
import { WelcomeStrip } from './welcome-strip'
import './index.scss'

/** The home page; one cloud call. */
export default function Home() {
  const home = useShop((state) => state.home)
  const isFirst = useRef(true)
  useCartBadge(home.value?.greeting?.cartLines)

  useEffect(() => void shop.getState().loadHome(), [])
  useDidShow(() => {
    // The greeting changes after joining or buying.
    if (!isFirst.current) void shop.getState().loadHome()
    isFirst.current = false
  })
  usePullDownRefresh(() => {
    void shop
      .getState()
      .loadHome()
      .finally(() => Taro.stopPullDownRefresh())
  })
  useShareAppMessage(() => ({ title: `${SHOP_NAME}：认真挑的茶、蜜和点心` }))

  return (
    <PageShell title={SHOP_NAME} isTab>
      <View className="search-pill" {...tappable('搜索')} onClick={() => go.search()}>
        <Icon name="search" />
        <Text>搜茶、蜜、点心</Text>
      </View>
      {home.value && <HomeBody home={home.value} />}
      {!home.value && home.status === 'loading' && <HomeSkeleton />}
      {!home.value && home.status === 'failed' && (
        <Failure error={home.error} onRetry={() => void shop.getState().loadHome()} />
      )}
    </PageShell>
  )
}

function HomeBody({ home }: { home: HomeView }) {
  const [first] = useState(home.products.next)
  const { items, status, ended, more } = useMoreProducts(first)
  useMoments([home.unpaid?.dueAt ?? null, home.limited?.endsAt ?? null], shop.getState().loadHome)
  useReachBottom(() => void more())
  return (
    <>
      <Banner banner={home.banner} />
      <CategoryStrip categories={home.categories} />
      {home.unpaid && <UnpaidStrip unpaid={home.unpaid} />}
      {home.welcome && <WelcomeStrip offer={home.welcome} />}
      {home.limited && <LimitedRow limited={home.limited} />}
      <GreetingCard greeting={home.greeting} program={home.program} />
      <View className="home__heading">
        <Text>今日在店</Text>
        <View className="home__coupons" {...tappable('领券中心', 'link')} onClick={go.couponCenter}>
          领券
          <Icon name="next" />
        </View>
      </View>
      <View className="product-grid">
        {home.products.items.map((product) => (
          <ProductCard key={product.id} product={product} onOpen={go.product} />
        ))}
        {items.map((product) => (
          <ProductCard key={product.id} product={product} onOpen={go.product} />
        ))}
      </View>
      <ListEnd status={status} ended={ended} onRetry={() => void more()} />
    </>
  )
}
