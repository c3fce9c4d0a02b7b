import type { OwnReview } from '@core/contract/reviews'
import { REVIEW_PICTURES_MAX, REVIEW_TEXT_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { PhotoEditor } from '@/components/photos'
import { TextArea } from '@/components/text-area'
import { submissionErrorCopy } from '@/copy/reviews'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { usePhotos } from '@/hooks/use-photos'
import { callShop } from '@/services/call'
import { toast } from '@/services/toast'

type Props = {
  line: { orderId: string; lineKey: string }
  onAppended(review: OwnReview): void
}

/** The form for the later addition to a review; one per review. */
export function AppendForm({ line, onAppended }: Props) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const photos = usePhotos(REVIEW_PICTURES_MAX, 'reviews')
  useLeaveQuestion(text.trim() !== '' || photos.names.length > 0)

  const send = async () => {
    if (text.trim() === '') return setError('写一句再发')
    setBusy(true)
    setError(undefined)
    const content = { text: text.trim(), pictures: photos.names }
    const answer = await callShop('reviews.append', { ...line, ...content })
    setBusy(false)
    if (!answer.ok) return setError(submissionErrorCopy(answer.error))
    toast('追评好了')
    onAppended(answer.value)
  }

  return (
    <View className="review-form">
      <TextArea
        label="追评"
        value={text}
        max={REVIEW_TEXT_MAX}
        placeholder="用了一段时间，现在怎么样"
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
      <Button wide busy={isBusy} disabled={photos.isBusy} onTap={() => void send()}>
        发布追评
      </Button>
    </View>
  )
}
