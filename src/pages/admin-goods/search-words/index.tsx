import type { WordRow } from '@core/contract/catalog'
import { addDays } from '@core/kernel/calendar'
import { ScrollView, Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Choice } from '@/components/choice'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { formatDay } from '@/copy/dates'
import { formatCount } from '@/copy/numbers'
import { type Pages, usePages } from '@/hooks/use-pages'
import { ListFoot, moreOf } from '@/pages/admin/list-foot'
import { isBarred, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { today as dayNow } from '@/services/clock'
import './index.scss'

/** Days one can go back by a tap: a fortnight shows what changed. */
const DAYS = 14

/** 搜索词: what people looked for on a day, and what they did not find. */
export default function WordsPage() {
  const today = dayNow()
  const [back, setBack] = useState(0)
  const [onlyMissed, setOnlyMissed] = useState(false)
  const pages = usePages(
    (cursor) =>
      callAdmin('words.list', {
        // What day it is today is for the shop to say.
        ...(back > 0 && { day: addDays(today, -back) }),
        ...(onlyMissed && { isFound: false }),
        cursor,
      }),
    `${back} ${onlyMissed}`,
  )
  useReachBottom(() => moreOf(pages))
  if (isBarred(pages.error)) return <StaffOnly />
  return (
    <PageShell title="搜索词">
      <ScrollView scrollX enhanced showScrollbar={false} className="word-days">
        <View className="word-days__row">
          {Array.from({ length: DAYS }, (_, one) => (
            <Choice key={one} isSelected={one === back} onTap={() => setBack(one)}>
              {formatDay(addDays(today, -one), today)}
            </Choice>
          ))}
        </View>
      </ScrollView>
      <View className="word-kinds">
        <Choice isSelected={!onlyMissed} onTap={() => setOnlyMissed(false)}>
          全部
        </Choice>
        <Choice isSelected={onlyMissed} onTap={() => setOnlyMissed(true)}>
          没找到的
        </Choice>
      </View>
      <Words pages={pages} onlyMissed={onlyMissed} />
    </PageShell>
  )
}

function Words({ pages, onlyMissed }: { pages: Pages<WordRow>; onlyMissed: boolean }) {
  const { items, status, error } = pages
  if (items.length === 0 && error) {
    return <Failure error={error} onRetry={() => void pages.reload()} />
  }
  if (items.length === 0 && status === 'loading') return <RowsSkeleton count={4} />
  if (items.length === 0) {
    return (
      <Empty
        picture="leaf"
        title={onlyMissed ? '这天搜的都找到了' : '这天还没有人搜索'}
        note={onlyMissed ? '有人空手而归时，词会记在这里' : '顾客搜过的词会记在这里，留 90 天'}
      />
    )
  }
  return (
    <>
      <View className="word-list">
        {items.map(({ word, count, isFound }) => (
          <View key={word} className="word-list__row">
            <Text className="word-list__word">{word}</Text>
            {!isFound && <Tag tone="price">没找到</Tag>}
            <Text className="word-list__count">{`${formatCount(count)} 次`}</Text>
          </View>
        ))}
      </View>
      <ListFoot pages={pages} unit="个词" />
    </>
  )
}
