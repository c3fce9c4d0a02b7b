import type { TextRefused } from '@core/contract/moderation'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import type { MemberDocument } from '@core/data/members/documents'
import { profileOf } from '@core/data/members/member-section'
import { questionDocument, questionsSince, toQuestion } from '@core/data/questions/questions'
import { newQuestion, type Question } from '@core/domain/questions/question'
import { startOf } from '@core/kernel/calendar'
import { maskName } from '@core/kernel/masking'
import { fail, ok, type Result } from '@core/kernel/result'
import { ensureCustomer } from '@core/operations/lifecycle/ensure-customer'
import { recordMemberEvent } from '@core/operations/lifecycle/record-event'
import { checkText } from '@core/operations/moderation/check-text'
import type { NotFound } from '../../contract/errors'
import type { AskInput, OwnQuestion } from '../../contract/questions'
import type { Context } from '../context'
import { ownQuestion } from './views'

type AskError = NotFound | TextRefused | { code: 'TOO_MANY_QUESTIONS'; perDay: number }

/** The caller asks about a product. The question is private until the staff publish an answer. */
export async function askQuestion(
  ctx: Context,
  { questionId, productId, text }: AskInput,
): Promise<Result<OwnQuestion, AskError>> {
  const member = await ensureCustomer(ctx)
  const [product, existing, today] = await Promise.all([
    ctx.db.get('products', productId),
    ctx.db.get('questions', questionId),
    questionsSince(ctx.db, member._id, startOf(ctx.today)),
  ])
  if (existing) return ownOnly(toQuestion(existing), member)
  if (!product?.isOnSale) return fail({ code: 'NOT_FOUND' })
  const perDay = ctx.program.questionsPerDay
  if (today >= perDay) return fail({ code: 'TOO_MANY_QUESTIONS', perDay })
  const verdict = await checkText(ctx, text)
  if (!verdict.ok) return verdict
  const question = newQuestion({
    id: questionId,
    memberId: member._id,
    productId,
    title: product.title,
    name: maskName(profileOf(member).nickname),
    text,
    isDoubtful: verdict.value !== 'pass',
    at: ctx.now,
  })
  return ownOnly(await addQuestion(ctx, question), member)
}

/** Adds the question and its event; a repeated call returns the existing question. */
async function addQuestion(ctx: Context, question: Question): Promise<Question> {
  const settings = await lifecycleSettings(ctx)
  const { id, memberId, productId } = question
  return ctx.db.transact(async (transaction) => {
    const before = await transaction.get('questions', id)
    if (before) return toQuestion(before)
    await transaction.add('questions', questionDocument(question))
    await recordMemberEvent(transaction, {
      member: memberId,
      event: { kind: 'ask', at: ctx.now },
      entry: { _id: `ask:${id}`, kind: 'ask', productId },
      settings,
    })
    return question
  })
}

/** Another customer's question is `NOT_FOUND`. */
const ownOnly = (question: Question, member: MemberDocument): Result<OwnQuestion, NotFound> =>
  question.memberId === member._id ? ok(ownQuestion(question)) : fail({ code: 'NOT_FOUND' })
