import { command, type Database } from '@core/data/database'
import { fromStored, toStored } from '@core/data/documents'
import { type DocumentPage, findPage, mapPage } from '@core/data/pages'
import type { Question, QuestionState } from '@core/domain/questions/question'
import { PAGE_SIZE } from '@core/kernel/limits'

export const toQuestion = fromStored<Question>
export const questionDocument = toStored<Question>

/** Which questions to list: public ones of a product, a customer's own, or those in a state. */
export type QuestionFilter =
  | { productId: string; state: 'public' }
  | { memberId: string }
  | { state: QuestionState }

/** A page of questions, latest first; waiting ones with the longest waiting first. */
export async function findQuestions(
  db: Database,
  filter: QuestionFilter,
  { cursor, size = PAGE_SIZE }: { cursor?: string; size?: number },
): Promise<DocumentPage<Question>> {
  const isQueue = 'state' in filter && filter.state === 'waiting'
  const page = await findPage(db, 'questions', {
    where: { ...filter },
    sortBy: ['at', isQueue ? 'asc' : 'desc'],
    cursor,
    size,
  })
  return mapPage(page, toQuestion)
}

/** How many questions a customer has asked since a moment. */
export const questionsSince = (db: Database, memberId: string, since: number): Promise<number> =>
  db.count('questions', { memberId, at: command.gte(since) })
