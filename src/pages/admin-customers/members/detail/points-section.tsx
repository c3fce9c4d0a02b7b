import type { MemberDetail } from '@core/contract/customers'
import type { Day } from '@core/kernel/calendar'
import { ok } from '@core/kernel/result'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { LongList } from '@/components/long-list'
import { formatMoment } from '@/copy/dates'
import { formatCount } from '@/copy/numbers'
import { POINTS_CAUSE_COPY, pointsChange } from '@/copy/points'
import { usePages } from '@/hooks/use-pages'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { callAdmin } from '@/services/call'
import { runningBalances } from './balances'
import { EmptySection } from './empty-section'
import './sections.scss'

/** The points ledger, latest row first, each with the balance after it. */
export function PointsSection({ member, today }: { member: MemberDetail; today: Day }) {
  const { id, ledger, points, isMember } = member
  const pages = usePages(
    async (cursor) =>
      cursor === undefined ? ok(ledger) : callAdmin('members.points', { memberId: id, cursor }),
    id,
  )
  useReachBottom(() => loadMore(pages))
  if (ledger.items.length === 0) {
    return <EmptySection text={isMember ? '还没有积分往来。' : '入会后付款才有积分。'} />
  }
  const balances = runningBalances(points, pages.items)
  const rows = pages.items.map((row, at) => ({ row, balance: balances[at] }))
  return (
    <>
      <View className="section__rows">
        <LongList items={rows} keyOf={({ row }) => row.id}>
          {({ row, balance }) => (
            <View className="section__row">
              <View className="section__line">
                <Text className="section__main">{POINTS_CAUSE_COPY[row.kind]}</Text>
                <Text className="section__change">{pointsChange(row)}</Text>
              </View>
              <View className="section__line section__note">
                <Text className="section__main">{formatMoment(row.at, today)}</Text>
                <Text>
                  可用 {formatCount(balance?.available ?? 0)}，待到账{' '}
                  {formatCount(balance?.pending ?? 0)}
                </Text>
              </View>
            </View>
          )}
        </LongList>
      </View>
      <ListFoot pages={pages} unit="条" />
    </>
  )
}
