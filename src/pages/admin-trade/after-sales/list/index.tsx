import type { AfterSaleRow, StaffAfterSaleListInput } from '@core/contract/staff-after-sales'
import { ScrollView, View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Choice } from '@/components/choice'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { type Pages, usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown-again'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { AfterSaleRowCard } from './after-sale-row'
import { ReturnAddressCard } from './return-address-card'
import './index.scss'

type Queue = StaffAfterSaleListInput['part']

/** The queues of after-sales; those that wait for the shop come first. */
const QUEUE_COPY = {
  waiting: '待处理',
  toDecide: '待答复',
  toReceive: '待收货',
  toSend: '待换发',
  failed: '退款失败',
  refunding: '退款在路上',
  open: '进行中',
  all: '全部',
} as const satisfies Record<Queue, string>

const QUEUES = Object.keys(QUEUE_COPY) as Queue[]

/** 售后: after-sales by what has to be done. */
export default function AfterSalesPage() {
  const { part: first } = useRouter().params
  const [part, setPart] = useState<Queue>(QUEUES.find((one) => one === first) ?? 'waiting')
  const pages = usePages((cursor) => callAdmin('afterSales.list', { part, cursor }), part)
  useReachBottom(() => loadMore(pages))
  // One may have been decided on its own page.
  useShownAgain(() => void pages.reload())
  if (isForbidden(pages.error)) return <StaffOnly />
  return (
    <PageShell title="售后">
      <ScrollView scrollX enhanced showScrollbar={false} className="after-sale-queues">
        <View className="after-sale-queues__row">
          {QUEUES.map((one) => (
            <Choice key={one} isSelected={part === one} onTap={() => setPart(one)}>
              {QUEUE_COPY[one]}
            </Choice>
          ))}
        </View>
      </ScrollView>
      <AfterSaleList pages={pages} part={part} />
      <ReturnAddressCard />
    </PageShell>
  )
}

type ListProps = { pages: Pages<AfterSaleRow>; part: Queue }

function AfterSaleList({ pages, part }: ListProps) {
  const { status, items, error } = pages
  if (items.length > 0) {
    return (
      <>
        <LongList items={items} keyOf={({ id }) => id}>
          {(one) => <AfterSaleRowCard afterSale={one} />}
        </LongList>
        <ListFoot pages={pages} unit="件" />
      </>
    )
  }
  if (status === 'loading') return <RowsSkeleton count={4} />
  if (status === 'failed') {
    return <Failure error={error ?? { code: 'NETWORK' }} onRetry={() => void pages.reload()} />
  }
  return part === 'waiting' ? (
    <Empty picture="gift" title="没有等你处理的售后" note="顾客要退要换时，会出现在这里" />
  ) : (
    <Empty picture="gift" title={`没有${QUEUE_COPY[part]}的售后`} note="换一栏看看" />
  )
}
