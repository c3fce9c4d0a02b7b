import type { HomeView } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { useEffect } from 'react'
import { Failure } from '@/components/empty'
import { Icon } from '@/components/icon'
import { PageShell } from '@/components/page-shell'
import { tappable } from '@/components/tappable'
import { SHOP_NAME } from '@/copy/shop'
import { useCartBadge } from '@/hooks/use-cart-badge'
import { useMoments } from '@/hooks/use-moments'
import { useShownAgain } from '@/hooks/use-shown-again'
import { go } from '@/services/route'
import { shop, useShop } from '@/stores/shop'
import { HomeBlock } from './home-block'
import { HomeSkeleton } from './home-skeleton'
import { UnpaidStrip } from './unpaid-strip'
import './index.scss'

/** The home page; one cloud call. */
export default function Home() {
  const home = useShop((state) => state.home)
  useCartBadge(home.value?.greeting?.cartLines)

  useEffect(() => void shop.getState().loadHome(), [])
  // The greeting changes after joining or buying.
  useShownAgain(() => void shop.getState().loadHome())
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
  const { unpaid, limited, bannersChangeAt, blocks } = home
  useMoments(
    [unpaid?.dueAt ?? null, limited?.endsAt ?? null, bannersChangeAt],
    shop.getState().loadHome,
  )
  return (
    <>
      {unpaid && <UnpaidStrip unpaid={unpaid} />}
      {blocks.map((block) => (
        <HomeBlock key={block} block={block} home={home} />
      ))}
    </>
  )
}
