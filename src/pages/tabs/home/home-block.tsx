import type { HomeView } from '@core/contract/storefront'
import type { HomeBlock as Block } from '@core/domain/storefront/home'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { ListEnd } from '@/components/list-end'
import { ProductCard } from '@/components/product-card'
import { tappable } from '@/components/tappable'
import { go } from '@/services/route'
import { ArticlesBlock } from './articles-block'
import { Banners } from './banners'
import { CategoryStrip } from './category-strip'
import { FreshRow } from './fresh-row'
import { GreetingCard } from './greeting-card'
import { LimitedRow } from './limited-row'
import { useMoreProducts } from './use-more-products'
import { WelcomeStrip } from './welcome-strip'

type Props = { block: Block; home: HomeView }

/** A part of home; one that has nothing to show is not there. */
export function HomeBlock({ block, home }: Props) {
  const { banners, categories, welcome, limited, greeting, program, fresh, articles } = home
  switch (block) {
    case 'banners':
      return <Banners banners={banners} />
    case 'categories':
      return <CategoryStrip categories={categories} />
    case 'welcome':
      return welcome && <WelcomeStrip offer={welcome} />
    case 'limited':
      return limited && <LimitedRow limited={limited} />
    case 'greeting':
      return <GreetingCard greeting={greeting} program={program} />
    case 'fresh':
      return fresh.length > 0 ? <FreshRow products={fresh} /> : null
    case 'articles':
      return articles.length > 0 ? <ArticlesBlock articles={articles} /> : null
    case 'products':
      return <AllProducts products={home.products} />
  }
}

/** All products, more of them at the end of the page. */
function AllProducts({ products }: { products: HomeView['products'] }) {
  const [first] = useState(products.next)
  const { items, status, ended, more } = useMoreProducts(first)
  useReachBottom(() => void more())
  return (
    <>
      <View className="home__heading">
        <Text>今日在店</Text>
        <View className="home__coupons" {...tappable('领券中心', 'link')} onClick={go.couponCenter}>
          领券
          <Icon name="next" />
        </View>
      </View>
      <View className="product-grid">
        {products.items.map((product) => (
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
