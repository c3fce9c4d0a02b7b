import type { PageInput } from '@core/contract/primitives'
import { findQuestions } from '@core/data/questions/questions'
import { ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/lifecycle/customer'
import type { Page } from '../../contract/primitives'
import type { OwnQuestion, QuestionListInput, QuestionView } from '../../contract/questions'
import type { Context } from '../context'
import { ownQuestion, questionView } from './views'

/** Questions on a product's own page; the others have a page of theirs. */
const PREVIEW = 2

/** The latest answered questions of a product: one round of the database. */
export async function questionsOf(ctx: Context, productId: string): Promise<QuestionView[]> {
  const page = await findQuestions(ctx.db, { productId, state: 'public' }, { size: PREVIEW })
  return page.items.map(questionView)
}

/** The answered questions of a product that the shop has approved. */
export async function listQuestions(
  ctx: Context,
  { productId, cursor }: QuestionListInput,
): Promise<Result<Page<QuestionView>, never>> {
  const page = await findQuestions(ctx.db, { productId, state: 'public' }, { cursor })
  return ok({ items: page.items.map(questionView), next: page.next })
}

/** Everything the caller has asked, whatever became of it. */
export async function listOwnQuestions(
  ctx: Context,
  { cursor }: PageInput,
): Promise<Result<Page<OwnQuestion>, never>> {
  const memberId = await callerId(ctx)
  if (memberId === null) return ok({ items: [], next: null })
  const page = await findQuestions(ctx.db, { memberId }, { cursor })
  return ok({ items: page.items.map(ownQuestion), next: page.next })
}
