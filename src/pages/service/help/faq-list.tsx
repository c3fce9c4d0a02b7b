import type { FaqView } from '@core/contract/service'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { tappable } from '@/components/tappable'

type Props = { questions: FaqView[]; word: string }

/** Frequent questions; a tap toggles the answer. */
export function FaqList({ questions, word }: Props) {
  const [openId, setOpenId] = useState('')
  if (questions.length === 0) {
    return (
      <Card>
        <Text className="help__nothing">
          {word === ''
            ? '有什么想问的，直接留言就好'
            : `没有找到「${word}」，换个说法，或者直接留言`}
        </Text>
      </Card>
    )
  }
  return (
    <Card title={word === '' ? '常见问题' : `和「${word}」有关的`}>
      {questions.map(({ id, question, answer }) => (
        <View key={id} className="help-question">
          <View
            className="help-question__asked"
            {...tappable(question)}
            aria-expanded={id === openId}
            onClick={() => setOpenId(id === openId ? '' : id)}
          >
            <Text className="help-question__words">{question}</Text>
            <Text className="help-question__sign">{id === openId ? '收起' : '看答案'}</Text>
          </View>
          {id === openId && (
            <Text className="help-question__answer" selectable>
              {answer}
            </Text>
          )}
        </View>
      ))}
    </Card>
  )
}
