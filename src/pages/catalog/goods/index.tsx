import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useMemo } from 'react'
import { Empty } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { ProductCard } from '@/components/product-card'
import { ProductGridSkeleton } from '@/components/skeleton'
import { decodeQuery, go } from '@/services/route'
import { GapGoods } from './gap-goods'
import { ScopedList } from './scoped-list'
import './index.scss'

/** What the page says of the goods of a coupon, and of those of a banner. */
const COPY = {
  coupon: {
    heading: '可用商品',
    title: '能用的商品都下架了',
    note: '券还在券包里，商品回来了就能用',
  },
  banner: { heading: '商品', title: '这里的商品都下架了', note: '商品回来了，会再出现在这里' },
} as const

/** What a coupon can be used for, what a banner leads to, or what closes a gap of the cart. */
export default function Goods() {
  const { gap = '', coupon, products = '', categories = '', title = '' } = useRouter().params
  const of = useMemo(
    () => ({ scope: { productIds: idsIn(products), categoryIds: idsIn(categories) } }),
    [products, categories],
  )
  if (gap !== '') return <GapGoods id={decodeQuery(gap)} />
  const copy = COPY[coupon ? 'coupon' : 'banner']
  return (
    <PageShell title={copy.heading}>
      {title !== '' && <Text className="scope-goods__title">{decodeQuery(title)}</Text>}
      <ScopedList
        of={of}
        skeleton={<ProductGridSkeleton />}
        empty={
          <Empty
            picture="fallen-leaf"
            title={copy.title}
            note={copy.note}
            action="去逛逛"
            onAction={() => go.tab('home')}
          />
        }
      >
        {(items) => (
          <LongList items={items} layout="grid" keyOf={({ id }) => id}>
            {(product) => <ProductCard product={product} onOpen={go.product} />}
          </LongList>
        )}
      </ScopedList>
    </PageShell>
  )
}

const idsIn = (list: string): string[] => decodeQuery(list).split(',').filter(Boolean)
