import type { NotFound } from '../../contract/errors'
import type { Page } from '../../contract/primitives'
import type {
  AnswerInput,
  HideQuestionInput,
  StaffQuestion,
  StaffQuestionsInput,
} from '../../contract/questions'
import { listQuestions, questionDocument, toQuestion } from '../../data/questions'
import type { Transaction } from '../../data/transaction'
import { answered, hiddenQuestion, type Question } from '../../domain/question'
import { fail, ok, type Result } from '../../domain/result'
import type { Context } from '../context'
import { staffQuestion } from './views'

/** Questions in a state; what has waited longest for an answer comes first. */
export async function listQuestionsForStaff(
  ctx: Context,
  { state, cursor }: StaffQuestionsInput,
): Promise<Result<Page<StaffQuestion>, never>> {
  const page = await listQuestions(ctx.db, { state }, { cursor })
  return ok({ items: page.items.map(staffQuestion), next: page.next })
}

/** The shop answers, and says whether others may read it. The asker is told once. */
export const answerQuestion = (
  ctx: Context,
  { questionId, text, isPublic }: AnswerInput,
): Promise<Result<StaffQuestion, NotFound>> =>
  change(ctx, questionId, (question) => answered(question, { text, isPublic, at: ctx.now }))

/** Takes a question out of everybody's sight; its asker reads why. */
export const hideQuestion = (
  ctx: Context,
  { questionId, reason }: HideQuestionInput,
): Promise<Result<StaffQuestion, NotFound>> =>
  change(ctx, questionId, (question) => hiddenQuestion(question, reason))

async function change(
  ctx: Context,
  id: string,
  to: (question: Question) => Question,
): Promise<Result<StaffQuestion, NotFound>> {
  const question = await ctx.db.transact(async (transaction: Transaction) => {
    const before = await transaction.get('questions', id)
    if (!before) return null
    const after = to(toQuestion(before))
    await transaction.put('questions', questionDocument(after))
    return after
  })
  return question ? ok(staffQuestion(question)) : fail({ code: 'NOT_FOUND' })
}
