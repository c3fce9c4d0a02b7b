import type { Recency, Stage } from '@core/domain/members/sections'
import { useReachBottom } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { PageShell } from '@/components/page-shell'
import { SearchField } from '@/components/search-field'
import { useLoad } from '@/hooks/use-load'
import { usePages } from '@/hooks/use-pages'
import { loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { today as dayNow } from '@/services/clock'
import { BoardPanel } from './board-panel'
import { type MemberFilter, setWord, toggleFilter } from './filter'
import { FilterChips } from './filter-chips'
import { FilterSheet } from './filter-sheet'
import { MemberList } from './member-list'
import { ShipReminder } from './ship-reminder'

/** 会员运营: the lifecycle board and the list of customers. */
export default function MembersPage() {
  const [filter, setFilter] = useState<MemberFilter>({})
  const [isChoosing, setChoosing] = useState(false)
  const board = useLoad(() => callAdmin('lifecycle.board', {}), '')
  const pages = usePages(
    (cursor) => callAdmin('members.list', { ...filter, cursor }),
    JSON.stringify(filter),
  )
  useReachBottom(() => loadMore(pages))
  const onStage = useCallback((stage: Stage) => {
    setFilter((before) => toggleFilter(before, 'stage', stage))
  }, [])
  const onRecency = useCallback((recency: Recency) => {
    setFilter((before) => toggleFilter(before, 'recency', recency))
  }, [])

  if (isForbidden(pages.error)) return <StaffOnly />
  const today = dayNow()
  return (
    <PageShell title="会员运营">
      <BoardPanel loaded={board} filter={filter} onStage={onStage} onRecency={onRecency} />
      <ShipReminder today={today} />
      <SearchField
        word={filter.word ?? ''}
        placeholder="搜名字、收货人、手机号或订单号"
        label="搜索会员"
        onSearch={(word) => setFilter((before) => setWord(before, word))}
      />
      <FilterChips filter={filter} onChoose={() => setChoosing(true)} onChange={setFilter} />
      <MemberList
        pages={pages}
        today={today}
        isFiltered={Object.keys(filter).length > 0}
        onClear={() => setFilter({})}
        onRetry={() => {
          void pages.reload()
          if (board.error) void board.reload()
        }}
      />
      <FilterSheet
        isOpen={isChoosing}
        filter={filter}
        onClose={() => setChoosing(false)}
        onApply={(chosen) => {
          setFilter(chosen)
          setChoosing(false)
        }}
      />
    </PageShell>
  )
}
