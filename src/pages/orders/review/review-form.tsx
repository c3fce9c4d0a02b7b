import type { OwnReview } from '@core/contract/reviews'
import type { Stars as Count } from '@core/domain/reviews/review'
import { REVIEW_PICTURES_MAX, REVIEW_TEXT_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/checkbox'
import { PhotoEditor } from '@/components/photos'
import { Stars } from '@/components/stars'
import { TextArea } from '@/components/text-area'
import { STAR_COPY, submissionErrorCopy } from '@/copy/reviews'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { usePhotos } from '@/hooks/use-photos'
import { callShop } from '@/services/call'
import { toast } from '@/services/toast'

type Props = {
  line: { orderId: string; lineKey: string }
  onWritten(review: OwnReview): void
}

/** The form of a review; stars are required. The input is kept until it was sent. */
export function ReviewForm({ line, onWritten }: Props) {
  const [stars, setStars] = useState<Count | null>(null)
  const [text, setText] = useState('')
  const [isAnonymous, setAnonymous] = useState(false)
  const [error, setError] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const photos = usePhotos(REVIEW_PICTURES_MAX, 'reviews')
  useLeaveQuestion(stars !== null || text.trim() !== '' || photos.names.length > 0)

  const send = async () => {
    if (stars === null) return setError('先点几颗星')
    setBusy(true)
    setError(undefined)
    const content = { stars, text: text.trim(), pictures: photos.names, isAnonymous }
    const answer = await callShop('reviews.write', { ...line, ...content })
    setBusy(false)
    if (!answer.ok) return setError(submissionErrorCopy(answer.error))
    toast(answer.value.state === 'shown' ? '谢谢你的评价' : '收到了，店家看过后大家就能看到')
    onWritten(answer.value)
  }

  return (
    <View className="review-form">
      <View className="review-form__stars">
        <Stars value={stars} onChange={setStars} />
        <Text className="review-form__word">{stars === null ? '点星打分' : STAR_COPY[stars]}</Text>
      </View>
      <TextArea
        label="评价"
        value={text}
        max={REVIEW_TEXT_MAX}
        placeholder="味道怎么样，包得好不好，说给后来的人听"
        error={error}
        onChange={setText}
      />
      <PhotoEditor
        names={photos.names}
        max={REVIEW_PICTURES_MAX}
        isBusy={photos.isBusy}
        onAdd={photos.add}
        onRemove={photos.remove}
      />
      <View className="review-form__anonymous">
        <Checkbox
          isChecked={isAnonymous}
          label="匿名评价"
          onTap={() => setAnonymous(!isAnonymous)}
        />
        <Text>匿名评价</Text>
        <Text className="review-form__note">{isAnonymous ? '不显示名字' : '名字只露一个字'}</Text>
      </View>
      <Button wide busy={isBusy} disabled={photos.isBusy} onTap={() => void send()}>
        发布评价
      </Button>
    </View>
  )
}
