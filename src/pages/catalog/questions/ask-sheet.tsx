import { QUESTION_TEXT_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { TextArea } from '@/components/text-area'
import { submissionErrorCopy } from '@/copy/reviews'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { callShop } from '@/services/call'
import { mintId } from '@/services/ids'
import { requestSubscriptions } from '@/services/subscribe'
import { toast } from '@/services/toast'

type Props = { isOpen: boolean; productId: string; onClose(): void; onAsked(): void }

/** The form for a question; the text is kept until it was sent. */
export function AskSheet({ isOpen, productId, onClose, onAsked }: Props) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const question = useLeaveQuestion(isOpen && text.trim() !== '')
  // One id per question: a retry after a lost response is not a second question.
  const questionId = useRef(mintId())

  const send = async () => {
    if (text.trim() === '') return setError('写一句想问的')
    setBusy(true)
    setError(undefined)
    await requestSubscriptions(['questionAnswered'])
    const input = { questionId: questionId.current, productId, text: text.trim() }
    const answer = await callShop('questions.ask', input)
    setBusy(false)
    if (!answer.ok) return setError(submissionErrorCopy(answer.error))
    questionId.current = mintId()
    setText('')
    toast('问好了，店家答了会告诉你')
    onAsked()
  }

  return (
    <Sheet
      isOpen={isOpen}
      title="问问店家"
      onClose={() => question.close(onClose)}
      foot={
        <Button wide busy={isBusy} onTap={() => void send()}>
          提交
        </Button>
      }
    >
      <TextArea
        label="你的问题"
        value={text}
        max={QUESTION_TEXT_MAX}
        placeholder="比如：怎么保存，保质期多久"
        error={error}
        onChange={setText}
      />
      <View className="ask-note">店家看过并回答后，大家才能看到；你的名字只露一个字</View>
    </Sheet>
  )
}
