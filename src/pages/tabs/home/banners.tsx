import type { HomeBanner } from '@core/contract/storefront'
import { Swiper, SwiperItem, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Banner } from '@/components/banner'
import { go } from '@/services/route'
import { openCategory } from './open-category'

type Props = { banners: HomeBanner[] }

/** The banners of home; more than one are swiped through. */
export function Banners({ banners }: Props) {
  const [current, setCurrent] = useState(0)
  const [first, ...others] = banners
  // A new shop has no banner yet.
  if (!first) return null
  if (others.length === 0) return <Banner banner={first} onTap={openerOf(first)} />
  return (
    <View className="banners">
      <Swiper className="banners__all" onChange={(event) => setCurrent(event.detail.current)}>
        {banners.map((banner) => (
          <SwiperItem key={banner.id}>
            <Banner banner={banner} onTap={openerOf(banner)} />
          </SwiperItem>
        ))}
      </Swiper>
      <Text className="banners__count">{`${current + 1}/${banners.length}`}</Text>
    </View>
  )
}

/** What a tap on a banner does; `undefined` when it leads nowhere. */
function openerOf({ link }: HomeBanner): (() => void) | undefined {
  switch (link?.kind) {
    case undefined:
      return undefined
    case 'product':
      return () => go.product(link.id)
    case 'category':
      return () => openCategory(link.id)
    case 'article':
      return () => go.article(link.id)
    case 'goods': {
      const { scope, title } = link
      const isWholeShop = scope.productIds.length + scope.categoryIds.length === 0
      return isWholeShop ? () => go.tab('category') : () => go.goods(scope, title)
    }
  }
}
