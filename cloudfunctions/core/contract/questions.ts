import { QUESTION_STATES, type Question } from '@core/domain/questions/question'
import { HIDE_REASON_MAX, QUESTION_TEXT_MAX, REPLY_MAX } from '@core/kernel/limits'
import * as v from 'valibot'
import type { NotFound } from './errors'
import type { TextRefused } from './moderation'
import type { PageInput } from './primitives'
import { cursor, entityId, mintedId, type Page, plainText } from './primitives'

/** A question about a product; idempotent by the id that the phone chooses. */
export const askInput = v.strictObject({
  questionId: mintedId,
  productId: entityId,
  text: plainText(QUESTION_TEXT_MAX),
})
export type AskInput = v.InferOutput<typeof askInput>

/** The public questions of a product. */
export const questionListInput = v.strictObject({ productId: entityId, cursor })
export type QuestionListInput = v.InferOutput<typeof questionListInput>

/** A question as any customer sees it. */
export type QuestionView = Pick<Question, 'id' | 'productId' | 'name' | 'text' | 'answer' | 'at'>

/** The caller's own question, with its state and the reason why it is hidden. */
export type OwnQuestion = QuestionView & Pick<Question, 'title' | 'state' | 'hiddenReason'>

/** Operations of customers on questions. */
export type QuestionsContract = {
  'questions.ask': {
    input: AskInput
    output: OwnQuestion
    error: NotFound | TextRefused | { code: 'TOO_MANY_QUESTIONS'; perDay: number }
  }
  'questions.list': { input: QuestionListInput; output: Page<QuestionView>; error: never }
  'questions.mine': { input: PageInput; output: Page<OwnQuestion>; error: never }
}

/** Which questions the staff list. */
export const staffQuestionsInput = v.strictObject({ state: v.picklist(QUESTION_STATES), cursor })
export type StaffQuestionsInput = v.InferOutput<typeof staffQuestionsInput>

/** The shop's answer: for the customer alone, or public. */
export const answerInput = v.strictObject({
  questionId: mintedId,
  text: plainText(REPLY_MAX),
  isPublic: v.boolean(),
})
export type AnswerInput = v.InferOutput<typeof answerInput>

/** A question to hide, and the reason. */
export const hideQuestionInput = v.strictObject({
  questionId: mintedId,
  reason: plainText(HIDE_REASON_MAX),
})
export type HideQuestionInput = v.InferOutput<typeof hideQuestionInput>

/** A question as the staff see it. */
export type StaffQuestion = OwnQuestion & Pick<Question, 'memberId' | 'isDoubtful'>

/** Operations of the staff on questions. */
export type QuestionsAdminContract = {
  'questions.list': { input: StaffQuestionsInput; output: Page<StaffQuestion>; error: never }
  'questions.answer': { input: AnswerInput; output: StaffQuestion; error: NotFound }
  'questions.hide': { input: HideQuestionInput; output: StaffQuestion; error: NotFound }
}

declare module '@core/contract' {
  interface ShopOperations extends QuestionsContract {}
  interface AdminOperations extends QuestionsAdminContract {}
}
