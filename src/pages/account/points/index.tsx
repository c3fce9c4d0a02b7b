import type { PointsRow } from '@core/contract/points'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Empty, Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { tappable } from '@/components/tappable'
import { formatMoment } from '@/copy/dates'
import { formatCount } from '@/copy/numbers'
import { POINTS_ARRIVAL, POINTS_CAUSE_COPY, pointsChange } from '@/copy/points'
import { earnCopy } from '@/copy/tiers'
import { usePages } from '@/hooks/use-pages'
import { callShop } from '@/services/call'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import './index.scss'

type Balance = { available: number; pending: number; pointsPerYuan: number }

/** The points ledger; its rows add up to the balance. */
export default function Points() {
  const [balance, setBalance] = useState<Balance | null>(null)
  const pages = usePages(async (cursor) => {
    const answer = await callShop('points.history', cursor ? { cursor } : {})
    if (answer.ok) {
      const { available, pending, pointsPerYuan } = answer.value
      setBalance({ available, pending, pointsPerYuan })
    }
    return answer
  }, 'points')
  const { items, status, error, ended, more, reload } = pages
  useReachBottom(() => void more())

  return (
    <PageShell title="积分明细">
      {balance && (
        <View className="balance">
          <Text className="balance__count">{formatCount(balance.available)}</Text>
          <Text className="balance__note">
            {balance.pending > 0
              ? `可用积分 · 另有 ${formatCount(balance.pending)} ${POINTS_ARRIVAL}`
              : '可用积分'}
          </Text>
        </View>
      )}
      {items.length > 0 && (
        <>
          <View className="card">
            <LongList items={items} layout="rows" keyOf={({ id }) => id}>
              {(row) => <LedgerRow row={row} />}
            </LongList>
          </View>
          <ListEnd status={status} ended={ended} onRetry={() => void more()} />
        </>
      )}
      {items.length === 0 && error && <Failure error={error} onRetry={() => void reload()} />}
      {items.length === 0 && status === 'loading' && <RowsSkeleton count={4} />}
      {items.length === 0 && status === 'ready' && (
        <Empty
          picture="seedling"
          title="还没有积分"
          note={`${balance ? earnCopy(balance) : '消费得积分'}，${POINTS_ARRIVAL}`}
          action="去逛逛"
          onAction={() => go.tab('home')}
        />
      )}
    </PageShell>
  )
}

function LedgerRow({ row }: { row: PointsRow }) {
  return (
    <View
      className="ledger-row"
      {...tappable(undefined, 'link')}
      onClick={() => go.order(row.orderId)}
    >
      <View className="ledger-row__words">
        <Text>{POINTS_CAUSE_COPY[row.kind]}</Text>
        <Text className="ledger-row__when">{formatMoment(row.at, today())}</Text>
      </View>
      <Text className={`ledger-row__points ledger-row__points--${row.kind}`}>
        {pointsChange(row)}
      </Text>
    </View>
  )
}
