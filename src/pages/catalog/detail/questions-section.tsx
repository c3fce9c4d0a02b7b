import type { ProductView } from '@core/contract/storefront'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { QuestionCard } from '@/components/question-card'
import { today } from '@/services/clock'
import { go } from '@/services/route'

type Props = { product: Pick<ProductView, 'id' | 'questions'> }

/** Latest questions and the entry to ask one. */
export function QuestionsSection({ product: { id, questions } }: Props) {
  const hasQuestions = questions.length > 0
  return (
    <Card
      title="问答"
      aside={hasQuestions ? '看全部，去提问' : '去提问'}
      onAside={() => go.questions(id)}
    >
      {questions.map((question) => (
        <QuestionCard key={question.id} question={question} today={today()} />
      ))}
      {!hasQuestions && <View className="product__none">有想知道的，问问店家</View>}
    </Card>
  )
}
