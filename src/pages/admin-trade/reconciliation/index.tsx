import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { usePages } from '@/hooks/use-pages'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { DayCard } from './day-card'
import './index.scss'

/** 对账: WeChat Pay's daily statement compared with the shop's records. */
export default function ReconciliationPage() {
  const pages = usePages((cursor) => callAdmin('reconciliation.list', { cursor }), '')
  const [open, setOpen] = useState<string | null>(null)
  useReachBottom(() => loadMore(pages))
  if (isForbidden(pages.error)) return <StaffOnly />
  return (
    <PageShell title="对账">
      <View className="reconciliation__note">
        每天上午十点半，拿微信支付的账单核对前一天的收款和退款。
      </View>
      <LongList items={pages.items} keyOf={({ day }) => day}>
        {(row) => (
          <DayCard
            row={row}
            isOpen={open === row.day}
            onToggle={() => setOpen((before) => (before === row.day ? null : row.day))}
            onChange={(view) => pages.patch((one) => one.day === view.day, view)}
          />
        )}
      </LongList>
      {pages.ended && pages.items.length === 0 && (
        <Empty picture="teapot" title="还没有对过账" note="有了第一天的收款，明天上午就有结果" />
      )}
      {pages.status === 'loading' && pages.items.length === 0 && <RowsSkeleton count={4} />}
      {pages.error && pages.items.length === 0 && (
        <Failure error={pages.error} onRetry={() => void pages.reload()} />
      )}
      {pages.items.length > 0 && <ListFoot pages={pages} unit="天" />}
    </PageShell>
  )
}
