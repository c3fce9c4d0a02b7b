import type { StaffQuestion } from '@core/contract/questions'
import { HIDE_REASON_MAX, REPLY_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/checkbox'
import { QuestionCard } from '@/components/question-card'
import { tappable } from '@/components/tappable'
import { submissionErrorCopy } from '@/copy/reviews'
import { WordsSheet } from '@/pages/admin/text-sheet'
import { callAdmin } from '@/services/call'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { USUAL_REASONS } from './states'

type Props = { question: StaffQuestion; onChange(question: StaffQuestion): void }

/** A question for the staff: of what product, whose, and their answer to it. */
export function StaffQuestionCard({ question, onChange }: Props) {
  const [sheet, setSheet] = useState<'answer' | 'hide' | null>(null)
  const [isPublic, setPublic] = useState(question.state !== 'private')
  const { id: questionId, state, answer: before } = question
  const after = (now: StaffQuestion, words: string): undefined => {
    setSheet(null)
    onChange(now)
    toast(words)
  }
  const answer = async (text: string) => {
    const result = await callAdmin('questions.answer', { questionId, text, isPublic })
    if (!result.ok) return submissionErrorCopy(result.error)
    return after(result.value, isPublic ? '答好了，大家能看到' : '答好了，仅提问人可见')
  }
  const hide = async (reason: string) => {
    const result = await callAdmin('questions.hide', { questionId, reason })
    if (!result.ok) return submissionErrorCopy(result.error)
    return after(result.value, '已隐藏')
  }

  return (
    <View className="card">
      <WhoseAndWhat question={question} />
      <QuestionCard question={question} today={today()}>
        {whyWords(question) !== '' && (
          <Text className="staff-question__why">{whyWords(question)}</Text>
        )}
        <View className="question__acts">
          {state !== 'hidden' && (
            <Button kind="quiet" size="small" onTap={() => setSheet('hide')}>
              隐藏
            </Button>
          )}
          <Button kind="soft" size="small" onTap={() => setSheet('answer')}>
            {before ? '改回答' : '回答'}
          </Button>
        </View>
      </QuestionCard>
      {sheet === 'answer' && (
        <WordsSheet
          title="回答提问"
          lead={question.text}
          action="回答"
          placeholder="提问的人会收到你的回答"
          max={REPLY_MAX}
          before={before?.text ?? ''}
          onSend={answer}
          onClose={() => setSheet(null)}
        >
          <View className="staff-question__public">
            <Checkbox
              isChecked={isPublic}
              label="公开给大家看"
              onTap={() => setPublic(!isPublic)}
            />
            <Text>公开给大家看</Text>
          </View>
        </WordsSheet>
      )}
      {sheet === 'hide' && (
        <WordsSheet
          title="为什么隐藏"
          action="隐藏"
          placeholder="写给提问的人看"
          max={HIDE_REASON_MAX}
          usual={USUAL_REASONS}
          onSend={hide}
          onClose={() => setSheet(null)}
        />
      )}
    </View>
  )
}

function WhoseAndWhat({ question }: { question: StaffQuestion }) {
  const { title, productId, memberId } = question
  return (
    <View className="staff-question__product">
      <Text
        className="staff-question__title"
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

function whyWords({ state, hiddenReason, isDoubtful }: StaffQuestion): string {
  if (state === 'hidden') return `已隐藏：${hiddenReason}`
  return state === 'waiting' && isDoubtful ? '微信拿不准这段话，看过再公开' : ''
}
