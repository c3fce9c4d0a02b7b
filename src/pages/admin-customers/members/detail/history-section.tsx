import type { MemberDetail } from '@core/contract/customers'
import type { Day } from '@core/kernel/calendar'
import { ok } from '@core/kernel/result'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { formatWhen } from '@/copy/dates'
import { transitionCopy, transitionReasonCopy } from '@/copy/lifecycle'
import { usePages } from '@/hooks/use-pages'
import { ListFoot, moreOf } from '@/pages/admin/list-foot'
import { callAdmin } from '@/services/call'
import { Nothing } from './empty-section'
import './sections.scss'

/** Every transition of a customer's lifecycle: what turned, why, and when. */
export function HistorySection({ member, today }: { member: MemberDetail; today: Day }) {
  const { id, history } = member
  const pages = usePages(
    async (cursor) =>
      cursor === undefined ? ok(history) : callAdmin('members.history', { memberId: id, cursor }),
    id,
  )
  useReachBottom(() => moreOf(pages))
  if (history.items.length === 0) return <Nothing words="还没有变化。" />
  return (
    <>
      <View className="section__rows section__rows--line">
        {pages.items.flatMap((row) =>
          row.transitions.map((transition, at) => (
            <View key={`${row.id}:${at}`} className="section__row">
              <View className="section__line">
                <Text className="section__main">{transitionCopy(transition)}</Text>
                <Text className="section__note">{formatWhen(row.at, today)}</Text>
              </View>
              <Text className="section__note">{transitionReasonCopy(transition, today)}</Text>
            </View>
          )),
        )}
      </View>
      <ListFoot pages={pages} unit="条" />
    </>
  )
}
