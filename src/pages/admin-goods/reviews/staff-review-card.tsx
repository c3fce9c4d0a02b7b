import type { StaffReview } from '@core/contract/reviews'
import { REPLY_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { ReviewCard } from '@/components/review-card'
import { reportsCopy, submissionErrorCopy } from '@/copy/reviews'
import { TextSheet } from '@/pages/admin/text-sheet'
import { callAdmin } from '@/services/call'
import { today } from '@/services/clock'
import { showPictures } from '@/services/picture'
import { toast } from '@/services/toast'
import { HideSheet, StaffPostCard, StaffPostNotice } from '../staff-post'
import { COMMON_HIDE_REASONS } from './lists'

type Props = { review: StaffReview; onChange(review: StaffReview): void }

/** A review with what the staff can do: reply, hide, and publish. */
export function StaffReviewCard({ review, onChange }: Props) {
  const [sheet, setSheet] = useState<'reply' | 'hide' | null>(null)
  const { id: reviewId, state } = review
  const finish = (now: StaffReview, message: string): undefined => {
    setSheet(null)
    onChange(now)
    toast(message)
  }
  const reply = async (text: string) => {
    const answer = await callAdmin('reviews.reply', { reviewId, text })
    if (!answer.ok) return submissionErrorCopy(answer.error)
    return finish(answer.value, '已回复')
  }
  const hide = async (reason: string) => {
    const answer = await callAdmin('reviews.decide', { reviewId, state: 'hidden', reason })
    if (!answer.ok) return submissionErrorCopy(answer.error)
    return finish(answer.value, '已隐藏，不再计入评分')
  }
  const show = async () => {
    const answer = await callAdmin('reviews.decide', { reviewId, state: 'shown' })
    if (answer.ok) finish(answer.value, '大家能看到了')
    else toast(submissionErrorCopy(answer.error))
  }

  return (
    <StaffPostCard post={review}>
      <ReviewCard review={review} today={today()} onPicture={showPictures}>
        <StaffPostNotice text={noticeCopy(review)} />
        <View className="review__acts">
          {state !== 'hidden' && (
            <Button kind="quiet" size="small" onTap={() => setSheet('hide')}>
              隐藏
            </Button>
          )}
          {state !== 'shown' && (
            <Button kind="soft" size="small" onTap={() => void show()}>
              公开
            </Button>
          )}
          <Button kind="soft" size="small" onTap={() => setSheet('reply')}>
            {review.reply ? '改回复' : '回复'}
          </Button>
        </View>
      </ReviewCard>
      {sheet === 'reply' && (
        <TextSheet
          title="回复评价"
          action="回复"
          placeholder="大家都会看到这段回复"
          max={REPLY_MAX}
          initial={review.reply?.text ?? ''}
          onSend={reply}
          onClose={() => setSheet(null)}
        />
      )}
      {sheet === 'hide' && (
        <HideSheet
          placeholder="写给评价的人看"
          commonReasons={COMMON_HIDE_REASONS}
          onHide={hide}
          onClose={() => setSheet(null)}
        />
      )}
    </StaffPostCard>
  )
}

function noticeCopy(review: StaffReview): string {
  const { state, waitsFor, hiddenReason, reports, otherReports } = review
  if (state === 'hidden') return `已隐藏：${hiddenReason}`
  if (waitsFor === 'text') return '微信拿不准这段话，看过再决定'
  const [copy, others] = [reportsCopy(reports), reportsCopy(otherReports)]
  const parts = [
    copy && `${waitsFor === 'reports' ? '多人举报' : '有人举报'}：${copy}`,
    others && `没买过的人举报：${others}`,
  ]
  return parts.filter(Boolean).join('；')
}
