import type { StaffReview, StaffReviewList } from '@core/contract/reviews'
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
import { EMPTY_COPY, LISTS } from './lists'
import { StaffReviewCard } from './staff-review-card'

/** 评价: reviews to check, reviews without a reply, and all others. */
export default function ReviewsPage() {
  const [list, setList] = useState<StaffReviewList>('waiting')
  const pages = usePages((cursor) => callAdmin('reviews.list', { list, cursor }), list)
  useReachBottom(() => loadMore(pages))
  if (isForbidden(pages.error)) return <StaffOnly />
  return (
    <PageShell title="评价">
      <ChipRow options={LISTS} selected={list} overflow="wrap" onSelect={setList} />
      <ReviewList pages={pages} list={list} />
    </PageShell>
  )
}

type ListProps = { pages: Pages<StaffReview>; list: StaffReviewList }

function ReviewList({ pages, list }: ListProps) {
  const { status, items, error } = pages
  if (items.length > 0) {
    return (
      <>
        <LongList items={items} keyOf={({ id }) => id}>
          {(review) => (
            <StaffReviewCard
              review={review}
              onChange={(now) => pages.patch((one) => one.id === now.id, now)}
            />
          )}
        </LongList>
        <ListFoot pages={pages} unit="条" />
      </>
    )
  }
  if (status === 'loading') return <RowsSkeleton count={4} />
  if (status === 'failed') {
    return <Failure error={error ?? { code: 'NETWORK' }} onRetry={() => void pages.reload()} />
  }
  return <Empty picture="teapot" {...EMPTY_COPY[list]} />
}
