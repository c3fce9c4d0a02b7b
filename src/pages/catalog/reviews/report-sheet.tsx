import type { ReviewView } from '@core/contract/reviews'
import { REPORT_REASONS, type ReportReason } from '@core/domain/reviews/review'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Row } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { REPORT_COPY, submissionErrorCopy } from '@/copy/reviews'
import { callShop } from '@/services/call'
import { toast } from '@/services/toast'

type Props = { review: ReviewView | null; onClose(): void }

/** Reports a review; one tap on a reason sends it. */
export function ReportSheet({ review, onClose }: Props) {
  const [isBusy, setBusy] = useState(false)
  const report = async (reason: ReportReason) => {
    if (!review || isBusy) return
    setBusy(true)
    const answer = await callShop('reviews.report', { reviewId: review.id, reason })
    setBusy(false)
    onClose()
    toast(answer.ok ? '收到了，店家会核实' : submissionErrorCopy(answer.error))
  }
  return (
    <Sheet isOpen={review !== null} title="这条评价有什么问题" onClose={onClose}>
      <View className="report-reasons">
        {REPORT_REASONS.map((reason) => (
          <Row key={reason} label={REPORT_COPY[reason]} onTap={() => void report(reason)} />
        ))}
      </View>
    </Sheet>
  )
}
