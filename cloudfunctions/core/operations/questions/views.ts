import type { Question } from '@core/domain/questions/question'
import type { OwnQuestion, QuestionView, StaffQuestion } from '../../contract/questions'

/** A question as any customer sees it. */
export const questionView = (question: Question): QuestionView => ({
  id: question.id,
  productId: question.productId,
  name: question.name,
  text: question.text,
  answer: question.answer,
  at: question.at,
})

/** A question as its own customer sees it. */
export const ownQuestion = (question: Question): OwnQuestion => ({
  ...questionView(question),
  title: question.title,
  state: question.state,
  hiddenReason: question.hiddenReason,
})

/** A question as the staff see it. */
export const staffQuestion = (question: Question): StaffQuestion => ({
  ...ownQuestion(question),
  memberId: question.memberId,
  isDoubtful: question.isDoubtful,
})
