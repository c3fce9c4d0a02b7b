import type { PageInput } from '@core/contract/primitives'
import { findQuestions } from '@core/data/questions/questions'
import { ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/members/find-caller'
import type { Page } from '../../contract/primitives'
import type { OwnQuestion, QuestionListInput, QuestionView } from '../../contract/questions'
import type { Context } from '../context'
import { ownQuestion, questionView } from './views'

/** Questions on the product's page; all others are on the page of questions. */
const PREVIEW = 2

/** The latest public questions of a product; takes one round of the database. */
export async function questionsOf(ctx: Context, productId: string): Promise<QuestionView[]> {
  const page = await findQuestions(ctx.db, { productId, state: 'public' }, { size: PREVIEW })
  return page.items.map(questionView)
}

/** The public questions of a product, with their answers. */
export async function listQuestions(
  ctx: Context,
  { productId, cursor }: QuestionListInput,
): Promise<Result<Page<QuestionView>, never>> {
  const page = await findQuestions(ctx.db, { productId, state: 'public' }, { cursor })
  return ok({ items: page.items.map(questionView), next: page.next })
}

/** All questions of the caller, in any state. */
export async function listOwnQuestions(
  ctx: Context,
  { cursor }: PageInput,
): Promise<Result<Page<OwnQuestion>, never>> {
  const memberId = await callerId(ctx)
  if (memberId === null) return ok({ items: [], next: null })
  const page = await findQuestions(ctx.db, { memberId }, { cursor })
  return ok({ items: page.items.map(ownQuestion), next: page.next })
}
