import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { usePages } from '@/hooks/use-pages'
import { ChipRow } from '@/pages/admin/chip-row'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { DayCard } from './day-card'
import './index.scss'

/** The lists of the page; what needs somebody comes first. */
const LISTS = [
  [true, '对不上'],
  [false, '全部'],
] as const

const ALL_BALANCED = { title: '账都对得上', note: '每天的结果在「全部」里' }
const NOTHING_YET = { title: '还没有对过账', note: '有了第一天的收款，明天上午就有结果' }

/** 对账: WeChat Pay's daily statement compared with the shop's records. */
export default function ReconciliationPage() {
  const [isOpen, setOpen] = useState(true)
  const pages = usePages(
    (cursor) => callAdmin('reconciliation.list', { isOpen, cursor }),
    String(isOpen),
  )
  const [unfolded, setUnfolded] = useState<string | null>(null)
  useReachBottom(() => loadMore(pages))
  if (isForbidden(pages.error)) return <StaffOnly />
  return (
    <PageShell title="对账">
      <View className="reconciliation__note">
        每天上午十点半，拿微信支付的账单核对前一天的收款和退款。
      </View>
      <ChipRow options={LISTS} selected={isOpen} onSelect={setOpen} />
      <LongList items={pages.items} keyOf={({ day }) => day}>
        {(row) => (
          <DayCard
            row={row}
            isOpen={unfolded === row.day}
            onToggle={() => setUnfolded((before) => (before === row.day ? null : row.day))}
            onChange={(view) => pages.patch((one) => one.day === view.day, view)}
          />
        )}
      </LongList>
      {pages.ended && pages.items.length === 0 && (
        <Empty picture="teapot" {...(isOpen ? ALL_BALANCED : NOTHING_YET)} />
      )}
      {pages.status === 'loading' && pages.items.length === 0 && <RowsSkeleton count={4} />}
      {pages.error && pages.items.length === 0 && (
        <Failure error={pages.error} onRetry={() => void pages.reload()} />
      )}
      {pages.items.length > 0 && <ListFoot pages={pages} unit="天" />}
    </PageShell>
  )
}
