import type { ReviewListInput, ReviewPage, ReviewView } from '@core/contract/reviews'
import { View } from '@tarojs/components'
import { useReachBottom, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { Empty, Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { ReviewCard } from '@/components/review-card'
import { RowsSkeleton } from '@/components/skeleton'
import { reviewCardTitle } from '@/copy/sharing'
import { type Pages, usePages } from '@/hooks/use-pages'
import { callShop } from '@/services/call'
import { today } from '@/services/clock'
import { showPictures } from '@/services/picture'
import { productCard } from '@/services/share'
import { FilterRow } from './filter-row'
import { RatingCard } from './rating-card'
import { ReportSheet } from './report-sheet'
import { ReviewActions } from './review-actions'
import './index.scss'

type ReviewSummary = Pick<ReviewPage, 'rating' | 'memberCode'>

/** The reviews of a product. */
export default function Reviews() {
  const { id = '' } = useRouter().params
  const [only, setOnly] = useState<ReviewListInput['only']>()
  const [summary, setSummary] = useState<ReviewSummary | null>(null)
  const [reported, setReported] = useState<ReviewView | null>(null)
  const pages = usePages(
    async (cursor) => {
      const answer = await callShop('reviews.list', { productId: id, only, cursor })
      if (answer.ok) setSummary(answer.value)
      return answer
    },
    `${id} ${JSON.stringify(only)}`,
  )
  useReachBottom(() => void pages.more())
  useShareAppMessage(({ target }) => {
    const shared = pages.items.find((review) => review.id === sharedId(target))
    const title = shared ? reviewCardTitle(shared) : '看看大家怎么说'
    return productCard(id, { title, memberCode: summary?.memberCode ?? null })
  })

  return (
    <PageShell title="评价">
      {summary && <RatingCard rating={summary.rating} />}
      {summary && <FilterRow rating={summary.rating} only={only} onChange={setOnly} />}
      <ReviewList pages={pages} onReport={setReported} />
      <ReportSheet review={reported} onClose={() => setReported(null)} />
    </PageShell>
  )
}

/** The review whose share button was tapped; `undefined` when shared from the page menu. */
const sharedId = (target: unknown): string | undefined =>
  (target as { dataset?: { review?: string } } | undefined)?.dataset?.review

type ListProps = { pages: Pages<ReviewView>; onReport(review: ReviewView): void }

function ReviewList({ pages, onReport }: ListProps) {
  const { status, items, error } = pages
  if (items.length > 0) {
    return (
      <>
        <View className="card">
          <LongList items={items} layout="rows" keyOf={({ id }) => id}>
            {(review) => (
              <ReviewCard review={review} today={today()} onPicture={showPictures}>
                <ReviewActions review={review} onReport={() => onReport(review)} />
              </ReviewCard>
            )}
          </LongList>
        </View>
        <ListEnd status={status} ended={pages.ended} onRetry={() => void pages.more()} />
      </>
    )
  }
  if (status === 'loading') return <RowsSkeleton count={4} />
  if (status === 'failed') {
    return <Failure error={error ?? { code: 'NETWORK' }} onRetry={() => void pages.reload()} />
  }
  return <Empty picture="teapot" title="还没有这样的评价" note="买过的朋友收到货就能评价" />
}
