import type { MemberDetail } from '@core/contract/customers'
import type { Day } from '@core/kernel/calendar'
import { ok } from '@core/kernel/result'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { LongList } from '@/components/long-list'
import { formatWhen } from '@/copy/dates'
import { transitionCopy, transitionReasonCopy } from '@/copy/lifecycle'
import { usePages } from '@/hooks/use-pages'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { callAdmin } from '@/services/call'
import { EmptySection } from './empty-section'
import './sections.scss'

/** All transitions of a customer's lifecycle, with reasons and dates. */
export function HistorySection({ member, today }: { member: MemberDetail; today: Day }) {
  const { id, history } = member
  const pages = usePages(
    async (cursor) =>
      cursor === undefined ? ok(history) : callAdmin('members.history', { memberId: id, cursor }),
    id,
  )
  useReachBottom(() => loadMore(pages))
  if (history.items.length === 0) return <EmptySection text="还没有变化。" />
  const turns = pages.items.flatMap((row) =>
    row.transitions.map((transition, at) => ({ key: `${row.id}:${at}`, transition, at: row.at })),
  )
  return (
    <>
      <View className="section__rows section__rows--line">
        <LongList items={turns} layout="plain" keyOf={({ key }) => key}>
          {({ transition, at }) => (
            <View className="section__row">
              <View className="section__line">
                <Text className="section__main">{transitionCopy(transition)}</Text>
                <Text className="section__note">{formatWhen(at, today)}</Text>
              </View>
              <Text className="section__note">{transitionReasonCopy(transition, today)}</Text>
            </View>
          )}
        </LongList>
      </View>
      <ListFoot pages={pages} unit="条" />
    </>
  )
}
