import type { StaffQuestion } from '@core/contract/questions'
import { QUESTION_STATES, type QuestionState } from '@core/domain/questions/question'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { type Pages, usePages } from '@/hooks/use-pages'
import { ChipRow } from '@/pages/admin/chip-row'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { StaffQuestionCard } from './staff-question-card'
import { EMPTY_COPY, STATE_COPY } from './states'
import './index.scss'

const STATES = QUESTION_STATES.map((state) => [state, STATE_COPY[state]] as const)

/** 问答: questions by state; the oldest unanswered one comes first. */
export default function QuestionsPage() {
  const [state, setState] = useState<QuestionState>('waiting')
  const pages = usePages((cursor) => callAdmin('questions.list', { state, cursor }), state)
  useReachBottom(() => loadMore(pages))
  if (isForbidden(pages.error)) return <StaffOnly />
  return (
    <PageShell title="问答">
      <ChipRow options={STATES} selected={state} overflow="wrap" onSelect={setState} />
      <QuestionList pages={pages} state={state} />
    </PageShell>
  )
}

type ListProps = { pages: Pages<StaffQuestion>; state: QuestionState }

function QuestionList({ pages, state }: ListProps) {
  const { status, items, error } = pages
  if (items.length > 0) {
    return (
      <>
        <LongList items={items} keyOf={({ id }) => id}>
          {(question) => (
            <StaffQuestionCard
              question={question}
              onChange={(now) => pages.patch((one) => one.id === now.id, now)}
            />
          )}
        </LongList>
        <ListFoot pages={pages} unit="个" />
      </>
    )
  }
  if (status === 'loading') return <RowsSkeleton count={4} />
  if (status === 'failed') {
    return <Failure error={error ?? { code: 'NETWORK' }} onRetry={() => void pages.reload()} />
  }
  return <Empty picture="teapot" {...EMPTY_COPY[state]} />
}
