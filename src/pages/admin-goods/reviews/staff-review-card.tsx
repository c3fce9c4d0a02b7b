import type { StaffReview } from '@core/contract/reviews'
import { HIDE_REASON_MAX, REPLY_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { ReviewCard } from '@/components/review-card'
import { tappable } from '@/components/tappable'
import { reportsCopy, submissionErrorCopy } from '@/copy/reviews'
import { WordsSheet } from '@/pages/admin/text-sheet'
import { callAdmin } from '@/services/call'
import { today } from '@/services/clock'
import { showPictures } from '@/services/picture'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { USUAL_REASONS } from './lists'

type Props = { review: StaffReview; onChange(review: StaffReview): void }

/** A review for the staff: whose, of what, why it waits, and what they make of it. */
export function StaffReviewCard({ review, onChange }: Props) {
  const [sheet, setSheet] = useState<'reply' | 'hide' | null>(null)
  const { id: reviewId, state } = review
  const after = (now: StaffReview, words: string): undefined => {
    setSheet(null)
    onChange(now)
    toast(words)
  }
  const reply = async (text: string) => {
    const answer = await callAdmin('reviews.reply', { reviewId, text })
    if (!answer.ok) return submissionErrorCopy(answer.error)
    return after(answer.value, '已回复')
  }
  const hide = async (reason: string) => {
    const answer = await callAdmin('reviews.decide', { reviewId, state: 'hidden', reason })
    if (!answer.ok) return submissionErrorCopy(answer.error)
    return after(answer.value, '已隐藏，不再计入评分')
  }
  const show = async () => {
    const answer = await callAdmin('reviews.decide', { reviewId, state: 'shown' })
    if (answer.ok) after(answer.value, '大家能看到了')
    else toast(submissionErrorCopy(answer.error))
  }

  return (
    <View className="card">
      <WhoseAndWhat review={review} />
      <ReviewCard review={review} today={today()} onPicture={showPictures}>
        {whyWords(review) !== '' && <Text className="staff-review__why">{whyWords(review)}</Text>}
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
        <WordsSheet
          title="回复评价"
          action="回复"
          placeholder="大家都会看到这段回复"
          max={REPLY_MAX}
          before={review.reply?.text ?? ''}
          onSend={reply}
          onClose={() => setSheet(null)}
        />
      )}
      {sheet === 'hide' && (
        <WordsSheet
          title="为什么隐藏"
          action="隐藏"
          placeholder="写给评价的人看"
          max={HIDE_REASON_MAX}
          usual={USUAL_REASONS}
          onSend={hide}
          onClose={() => setSheet(null)}
        />
      )}
    </View>
  )
}

function WhoseAndWhat({ review }: { review: StaffReview }) {
  const { title, productId, memberId } = review
  return (
    <View className="staff-review__product">
      <Text
        className="staff-review__title"
        {...tappable(`看商品 ${title}`, 'link')}
        onClick={() => go.product(productId)}
      >
        {title}
      </Text>
      <Button kind="quiet" size="small" onTap={() => go.staffMember(memberId)}>
        看顾客
      </Button>
    </View>
  )
}

function whyWords({ state, waitsFor, hiddenReason, reports }: StaffReview): string {
  if (state === 'hidden') return `已隐藏：${hiddenReason}`
  const voices = reportsCopy(reports)
  if (waitsFor === 'text') return '微信拿不准这段话，看过再决定'
  if (waitsFor === 'reports') return `多人举报：${voices}`
  return voices === '' ? '' : `有人举报：${voices}`
}
