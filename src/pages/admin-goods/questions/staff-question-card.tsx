import type { StaffQuestion } from '@core/contract/questions'
import { REPLY_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/checkbox'
import { QuestionCard } from '@/components/question-card'
import { submissionErrorCopy } from '@/copy/reviews'
import { TextSheet } from '@/pages/admin/text-sheet'
import { callAdmin } from '@/services/call'
import { today } from '@/services/clock'
import { toast } from '@/services/toast'
import { HideSheet, StaffPostCard, StaffPostNotice } from '../staff-post'
import { COMMON_HIDE_REASONS } from './states'

type Props = { question: StaffQuestion; onChange(question: StaffQuestion): void }

/** A question with what the staff can do: answer and hide. */
export function StaffQuestionCard({ question, onChange }: Props) {
  const [sheet, setSheet] = useState<'answer' | 'hide' | null>(null)
  const [isPublic, setPublic] = useState(question.state !== 'private')
  const { id: questionId, state, answer: before } = question
  const finish = (now: StaffQuestion, message: string): undefined => {
    setSheet(null)
    onChange(now)
    toast(message)
  }
  const answer = async (text: string) => {
    const result = await callAdmin('questions.answer', { questionId, text, isPublic })
    if (!result.ok) return submissionErrorCopy(result.error)
    return finish(result.value, isPublic ? '答好了，大家能看到' : '答好了，仅提问人可见')
  }
  const hide = async (reason: string) => {
    const result = await callAdmin('questions.hide', { questionId, reason })
    if (!result.ok) return submissionErrorCopy(result.error)
    return finish(result.value, '已隐藏')
  }

  return (
    <StaffPostCard post={question}>
      <QuestionCard question={question} today={today()}>
        <StaffPostNotice text={noticeCopy(question)} />
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
        <TextSheet
          title="回答提问"
          lead={question.text}
          action="回答"
          placeholder="提问的人会收到你的回答"
          max={REPLY_MAX}
          initial={before?.text ?? ''}
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
        </TextSheet>
      )}
      {sheet === 'hide' && (
        <HideSheet
          placeholder="写给提问的人看"
          commonReasons={COMMON_HIDE_REASONS}
          onHide={hide}
          onClose={() => setSheet(null)}
        />
      )}
    </StaffPostCard>
  )
}

function noticeCopy({ state, hiddenReason, isDoubtful }: StaffQuestion): string {
  if (state === 'hidden') return `已隐藏：${hiddenReason}`
  return state === 'waiting' && isDoubtful ? '微信拿不准这段话，看过再公开' : ''
}
