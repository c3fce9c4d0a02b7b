import type { MemberRow as Row } from '@core/contract/customers'
import type { Day } from '@core/kernel/calendar'
import { View } from '@tarojs/components'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { SkeletonBlock } from '@/components/skeleton'
import type { Pages } from '@/hooks/use-pages'
import { ListFoot } from '@/pages/admin/list-foot'
import { go } from '@/services/route'
import { MemberRow } from './member-row'
import './member-list.scss'

/** Placeholder rows: about one screen. */
const BONES = 6

type MemberListProps = {
  pages: Pages<Row>
  today: Day
  isFiltered: boolean
  onClear: () => void
  onRetry: () => void
}

/** The customers that match the filter, or what to do when there are none. */
export function MemberList(props: MemberListProps) {
  const { pages, today, isFiltered, onClear, onRetry } = props
  const { status, items, error } = pages
  if (status === 'failed' && items.length === 0) {
    return <Failure error={error ?? { code: 'NETWORK' }} onRetry={onRetry} />
  }
  if (status === 'loading') return <ListSkeleton />
  if (items.length === 0) return <Nobody isFiltered={isFiltered} onClear={onClear} />
  return (
    <>
      <View className="member-list">
        <LongList items={items} layout="rows" keyOf={({ id }) => id}>
          {(member) => <MemberRow member={member} today={today} onOpen={go.staffMember} />}
        </LongList>
      </View>
      <ListFoot pages={pages} unit="位" />
    </>
  )
}

const Nobody = ({ isFiltered, onClear }: Pick<MemberListProps, 'isFiltered' | 'onClear'>) =>
  isFiltered ? (
    <Empty
      picture="fallen-leaf"
      title="没有这样的会员"
      note="少一个条件，或换个词试试"
      action="取消全部条件"
      onAction={onClear}
    />
  ) : (
    <Empty
      picture="seedling"
      title="还没有人来过"
      note="有人打开小铺，或导入原来的订单后，就会出现在这里"
      action="去小铺看看"
      onAction={() => go.tab('home')}
    />
  )

const ListSkeleton = () => (
  <View className="member-list" aria-busy>
    {Array.from({ length: BONES }, (_, at) => (
      <View key={at} className="member-row">
        <View className="avatar avatar--row" />
        <View className="member-list__lines">
          <SkeletonBlock shape="title" />
          <SkeletonBlock shape="line" />
        </View>
      </View>
    ))}
  </View>
)
