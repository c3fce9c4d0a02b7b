import type { TextRefused } from '@core/contract/moderation'
import type { MemberDocument } from '@core/data/members/documents'
import { questionDocument, questionsSince, toQuestion } from '@core/data/questions/questions'
import { asked, type Question } from '@core/domain/questions/question'
import { startOf } from '@core/kernel/calendar'
import { maskName } from '@core/kernel/masking'
import { fail, ok, type Result } from '@core/kernel/result'
import {
  ensureCustomer,
  lifecycleSettingsOf,
  recordMemberEvent,
} from '@core/operations/lifecycle/customer'
import { checkText } from '@core/operations/moderation/check-text'
import type { NotFound } from '../../contract/errors'
import type { AskInput, OwnQuestion } from '../../contract/questions'
import type { Context } from '../context'
import { ownQuestion } from './views'

type AskError = NotFound | TextRefused | { code: 'TOO_MANY_QUESTIONS'; perDay: number }

/** Somebody asks about a product; nobody else reads it until the shop has answered and agreed. */
export async function askQuestion(
  ctx: Context,
  { questionId, productId, text }: AskInput,
): Promise<Result<OwnQuestion, AskError>> {
  const member = await ensureCustomer(ctx)
  const [product, known, today] = await Promise.all([
    ctx.db.get('products', productId),
    ctx.db.get('questions', questionId),
    questionsSince(ctx.db, member._id, startOf(ctx.today)),
  ])
  if (known) return mine(toQuestion(known), member)
  if (!product?.isOnSale) return fail({ code: 'NOT_FOUND' })
  const perDay = ctx.program.questionsPerDay
  if (today >= perDay) return fail({ code: 'TOO_MANY_QUESTIONS', perDay })
  const verdict = await checkText(ctx, text)
  if (!verdict.ok) return verdict
  const question = asked({
    id: questionId,
    memberId: member._id,
    productId,
    title: product.title,
    name: maskName(member.nickname),
    text,
    isDoubtful: verdict.value !== 'pass',
    at: ctx.now,
  })
  return mine(await keep(ctx, question), member)
}

/** The same question sent twice at once is one. */
async function keep(ctx: Context, question: Question): Promise<Question> {
  const settings = await lifecycleSettingsOf(ctx)
  const { id, memberId, productId } = question
  return ctx.db.transact(async (transaction) => {
    const before = await transaction.get('questions', id)
    if (before) return toQuestion(before)
    await transaction.add('questions', questionDocument(question))
    await recordMemberEvent(transaction, {
      memberId,
      event: { kind: 'ask', at: ctx.now },
      entry: { _id: `ask:${id}`, kind: 'ask', productId },
      settings,
    })
    return question
  })
}

/** An id that somebody else has used is answered like a missing thing. */
const mine = (question: Question, member: MemberDocument): Result<OwnQuestion, NotFound> =>
  question.memberId === member._id ? ok(ownQuestion(question)) : fail({ code: 'NOT_FOUND' })
