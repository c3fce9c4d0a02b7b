import type { AfterSaleRow, StaffAfterSaleListInput } from '@core/contract/after-sales'
import { ScrollView, View } from '@tarojs/components'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Choice } from '@/components/choice'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { type Pages, usePages } from '@/hooks/use-pages'
import { ListFoot, moreOf } from '@/pages/admin/list-foot'
import { isBarred, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { AfterSaleRowCard } from './after-sale-row'
import { ReturnAddressCard } from './return-address-card'
import './index.scss'

type Part = StaffAfterSaleListInput['part']

/** The parts of the devcloud: what waits for the shop first. */
const PART_WORDS = {
  toDecide: '待处理',
  toReceive: '待收货',
  toSend: '待换发',
  failed: '退款失败',
  open: '进行中',
  all: '全部',
} as const satisfies Record<Part, string>

const PARTS = Object.keys(PART_WORDS) as Part[]

/** 售后: what customers want back, by what is to be done. */
export default function AfterSalesPage() {
  const [part, setPart] = useState<Part>('toDecide')
  const pages = usePages((cursor) => callAdmin('afterSales.list', { part, cursor }), part)
  useReachBottom(() => moreOf(pages))
  const isFirst = useRef(true)
  useDidShow(() => {
    // One may have been decided on its own page meanwhile.
    if (!isFirst.current) void pages.reload()
    isFirst.current = false
  })
  if (isBarred(pages.error)) return <StaffOnly />
  return (
    <PageShell title="售后">
      <ScrollView scrollX enhanced showScrollbar={false} className="after-sale-queues">
        <View className="after-sale-queues__row">
          {PARTS.map((one) => (
            <Choice key={one} isSelected={part === one} onTap={() => setPart(one)}>
              {PART_WORDS[one]}
            </Choice>
          ))}
        </View>
      </ScrollView>
      <AfterSaleList pages={pages} part={part} />
      <ReturnAddressCard />
    </PageShell>
  )
}

type ListProps = { pages: Pages<AfterSaleRow>; part: Part }

function AfterSaleList({ pages, part }: ListProps) {
  const { status, items, error } = pages
  if (items.length > 0) {
    return (
      <>
        {items.map((one) => (
          <AfterSaleRowCard key={one.id} afterSale={one} />
        ))}
        <ListFoot pages={pages} unit="件" />
      </>
    )
  }
  if (status === 'loading') return <RowsSkeleton count={4} />
  if (status === 'failed') {
    return <Failure error={error ?? { code: 'NETWORK' }} onRetry={() => void pages.reload()} />
  }
  return part === 'toDecide' ? (
    <Empty picture="gift" title="没有等你处理的售后" note="顾客要退要换时，会出现在这里" />
  ) : (
    <Empty picture="gift" title={`没有${PART_WORDS[part]}的售后`} note="换一栏看看" />
  )
}
