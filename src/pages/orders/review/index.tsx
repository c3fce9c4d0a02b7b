import type { LineReview, OrderReviews, OwnReview } from '@core/contract/reviews'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { LineCard } from './line-card'
import './index.scss'

/** The goods of an order with their reviews and review forms. */
export default function Review() {
  const { id = '' } = useRouter().params
  const loaded = useLoad(() => callShop('reviews.ofOrder', { orderId: id }), id)
  const order = loaded.value
  return (
    <PageShell title="评价">
      {order && <ReviewableLines order={order} onChange={loaded.replace} />}
      {!order && loaded.status === 'loading' && <RowsSkeleton count={3} />}
      {!order && loaded.status === 'failed' && (
        <Failure of="个订单" error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
    </PageShell>
  )
}

type LinesProps = { order: OrderReviews; onChange(order: OrderReviews): void }

function ReviewableLines({ order, onChange }: LinesProps) {
  const { orderId, lines } = order
  const [open, setOpen] = useState(() => nextLineKey(lines))
  const applyReview = (lineKey: string, review: OwnReview) => {
    const step = review.appended ? null : ('APPEND' as const)
    const updated = lines.map((line) =>
      line.lineKey === lineKey ? { ...line, review, step } : line,
    )
    onChange({ orderId, lines: updated })
    setOpen(nextLineKey(updated))
  }
  if (lines.every((line) => line.step === null && line.review === null)) {
    return (
      <Empty
        picture="teapot"
        title="收到货之后再来评价"
        note="确认收货后，这里就能说说它"
        action="回到订单"
        onAction={go.back}
      />
    )
  }
  return (
    <>
      {lines.map((line) => (
        <LineCard
          key={line.lineKey}
          orderId={orderId}
          line={line}
          isOpen={open === line.lineKey}
          onOpen={() => setOpen(line.lineKey)}
          onReviewed={(review) => applyReview(line.lineKey, review)}
        />
      ))}
    </>
  )
}

/** One form is open at a time: that of the first line without a review. */
const nextLineKey = (lines: readonly LineReview[]): string | null =>
  lines.find((line) => line.step === 'WRITE')?.lineKey ?? null
