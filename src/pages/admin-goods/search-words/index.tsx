import type { WordRow } from '@core/contract/catalog'
import { addDays, type Day } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { formatDay } from '@/copy/dates'
import { formatCount } from '@/copy/numbers'
import { type Pages, usePages } from '@/hooks/use-pages'
import { ChipRow } from '@/pages/admin/chip-row'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { today as dayNow } from '@/services/clock'
import './index.scss'

/** Days to choose from: two weeks show what changed. */
const DAYS = 14

const KINDS = [
  [false, '全部'],
  [true, '没找到的'],
] as const

const lastDays = (today: Day) =>
  Array.from({ length: DAYS }, (_, back) => {
    return [back, formatDay(addDays(today, -back), today)] as const
  })

/** 搜索词: what customers searched for on a day, and what they did not find. */
export default function WordsPage() {
  const today = dayNow()
  const [daysBack, setDaysBack] = useState(0)
  const [onlyMissed, setOnlyMissed] = useState(false)
  const pages = usePages(
    (cursor) =>
      callAdmin('words.list', {
        // The cloud knows what day it is today.
        ...(daysBack > 0 && { day: addDays(today, -daysBack) }),
        ...(onlyMissed && { isFound: false }),
        cursor,
      }),
    `${daysBack} ${onlyMissed}`,
  )
  useReachBottom(() => loadMore(pages))
  if (isForbidden(pages.error)) return <StaffOnly />
  return (
    <PageShell title="搜索词">
      <ChipRow
        options={lastDays(today)}
        selected={daysBack}
        overflow="scroll"
        onSelect={setDaysBack}
      />
      <ChipRow options={KINDS} selected={onlyMissed} onSelect={setOnlyMissed} />
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
        <LongList items={items} layout="rows" keyOf={({ word }) => word}>
          {({ word, count, isFound }) => (
            <View className="word-list__row">
              <Text className="word-list__word">{word}</Text>
              {!isFound && <Tag tone="price">没找到</Tag>}
              <Text className="word-list__count">{`${formatCount(count)} 次`}</Text>
            </View>
          )}
        </LongList>
      </View>
      <ListFoot pages={pages} unit="个词" />
    </>
  )
}
