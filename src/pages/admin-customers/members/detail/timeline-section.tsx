import type { MemberDetail, TimelineRow } from '@core/contract/customers'
import type { Day } from '@core/kernel/calendar'
import { ok } from '@core/kernel/result'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { LongList } from '@/components/long-list'
import { formatWhen } from '@/copy/dates'
import { transitionCopy, transitionReasonCopy } from '@/copy/lifecycle'
import { usePages } from '@/hooks/use-pages'
import { eventCopy } from '@/pages/admin/event-copy'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { callAdmin } from '@/services/call'
import { EmptySection } from './empty-section'
import './sections.scss'

/** The events of a customer with their transitions, latest first. */
export function TimelineSection({ member, today }: { member: MemberDetail; today: Day }) {
  const { id, timeline } = member
  const pages = usePages(
    async (cursor) =>
      cursor === undefined ? ok(timeline) : callAdmin('members.timeline', { memberId: id, cursor }),
    id,
  )
  useReachBottom(() => loadMore(pages))
  if (timeline.items.length === 0) return <EmptySection text="还没有记录。" />
  return (
    <>
      <View className="section__rows section__rows--line">
        <LongList items={pages.items} layout="plain" keyOf={({ id }) => id}>
          {(row) => (
            <View className="section__row">
              <View className="section__line">
                <Text className="section__main">{eventCopy(row)}</Text>
                <Text className="section__note">{formatWhen(row.at, today)}</Text>
              </View>
              {consequences(row, today).map((words) => (
                <Text key={words} className="section__note">
                  {words}
                </Text>
              ))}
            </View>
          )}
        </LongList>
      </View>
      <ListFoot pages={pages} unit="条" />
    </>
  )
}

/** The transitions of an event; for a review, whose title is the transition, its reason. */
const consequences = ({ kind, transitions }: TimelineRow, today: Day): string[] =>
  transitions.map((transition, at) =>
    kind === 'review' && at === 0
      ? transitionReasonCopy(transition, today)
      : transitionCopy(transition),
  )
