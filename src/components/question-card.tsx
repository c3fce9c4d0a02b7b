import type { QuestionView } from '@core/contract/questions'
import type { Day } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { formatAgo } from '@/copy/dates'
import './question-card.scss'

type Props = {
  question: Pick<QuestionView, 'text' | 'answer' | 'name' | 'at'>
  today: Day
  /** State and actions below the question. */
  children?: ReactNode
}

/** A question and the shop's answer. */
export function QuestionCard({ question, today, children }: Props) {
  const { text, answer, name, at } = question
  return (
    <View className="question">
      <View className="question__line">
        <Text className="question__sign">问</Text>
        <Text className="question__text">{text}</Text>
      </View>
      {answer && (
        <View className="question__line">
          <Text className="question__sign question__sign--answer">答</Text>
          <Text className="question__answer">{answer.text}</Text>
        </View>
      )}
      <Text className="question__note">{`${name} · ${formatAgo(at, today)}`}</Text>
      {children}
    </View>
  )
}
