import { notificationMessage } from '@core/data/notifications/outbox'
import { enqueue, type OutboxEntry } from '@core/data/outbox/outbox'
import { findQuestions, questionDocument, toQuestion } from '@core/data/questions/questions'
import { notificationTime } from '@core/domain/notifications/notification'
import { addAnswer, markHidden, type Question } from '@core/domain/questions/question'
import { fail, ok, type Result } from '@core/kernel/result'
import type { NotFound } from '../../contract/errors'
import type { Page } from '../../contract/primitives'
import type {
  AnswerInput,
  HideQuestionInput,
  StaffQuestion,
  StaffQuestionsInput,
} from '../../contract/questions'
import type { Context } from '../context'
import { staffQuestion } from './views'

/** Questions in a state; the longest waiting first. */
export async function listStaffQuestions(
  ctx: Context,
  { state, cursor }: StaffQuestionsInput,
): Promise<Result<Page<StaffQuestion>, never>> {
  const page = await findQuestions(ctx.db, { state }, { cursor })
  return ok({ items: page.items.map(staffQuestion), next: page.next })
}

/** Answers a question, publicly or not. The customer is notified of the first answer. */
export const answerQuestion = (
  ctx: Context,
  { questionId, text, isPublic }: AnswerInput,
): Promise<Result<StaffQuestion, NotFound>> =>
  change(ctx, questionId, {
    to: (question) => addAnswer(question, { text, isPublic, at: ctx.now }),
    notify: answerNotification,
  })

/** Hides a question; its customer sees the reason. */
export const hideQuestion = (
  ctx: Context,
  { questionId, reason }: HideQuestionInput,
): Promise<Result<StaffQuestion, NotFound>> =>
  change(ctx, questionId, { to: (question) => markHidden(question, reason) })

/** The page on which the customer reads the answer. */
const OWN_QUESTIONS = 'pages/catalog/questions/index?mine=1'

const answerNotification = (question: Question): OutboxEntry =>
  notificationMessage({
    template: 'questionAnswered',
    memberId: question.memberId,
    cause: question.id,
    page: OWN_QUESTIONS,
    fields: {
      product: question.title,
      answer: question.answer?.text ?? '',
      at: notificationTime(question.answer?.at ?? question.at),
    },
  })

type Change = {
  to(question: Question): Question
  /** The notification to send; the outbox sends it once per cause. */
  notify?(question: Question): OutboxEntry
}

async function change(
  ctx: Context,
  id: string,
  { to, notify }: Change,
): Promise<Result<StaffQuestion, NotFound>> {
  const question = await ctx.db.transact(async (transaction) => {
    const before = await transaction.get('questions', id)
    if (!before) return null
    const after = to(toQuestion(before))
    await transaction.put('questions', questionDocument(after))
    if (notify) await enqueue(transaction, notify(after), ctx.now)
    return after
  })
  return question ? ok(staffQuestion(question)) : fail({ code: 'NOT_FOUND' })
}
