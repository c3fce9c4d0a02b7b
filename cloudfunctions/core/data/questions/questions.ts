import { command, type Database } from '@core/data/database'
import type { DocumentOf } from '@core/data/documents'
import { type DocumentPage, fromCursor, pageOf } from '@core/data/pages'
import type { Question, QuestionState } from '@core/domain/questions/question'
import { PAGE_SIZE } from '@core/kernel/limits'

type QuestionDocument = DocumentOf<'questions'>

/** The question in a document. */
export const toQuestion = ({ _id, ...rest }: QuestionDocument): Question => ({ id: _id, ...rest })

/** The document of a question. */
export const questionDocument = ({ id, ...rest }: Question): QuestionDocument => ({
  _id: id,
  ...rest,
})

/** Which questions to list: public ones of a product, somebody's own, or those in a state. */
export type QuestionFilter =
  | { productId: string; state: 'public' }
  | { memberId: string }
  | { state: QuestionState }

/** A page of questions, latest first; of those that wait, the one that has waited longest. */
export async function findQuestions(
  db: Database,
  filter: QuestionFilter,
  { cursor, size = PAGE_SIZE }: { cursor?: string; size?: number },
): Promise<DocumentPage<Question>> {
  const isQueue = 'state' in filter && filter.state === 'waiting'
  const direction = isQueue ? 'asc' : 'desc'
  const read = await db.find('questions', {
    where: fromCursor({ ...filter }, { path: 'at', direction, cursor }),
    orderBy: [
      ['at', direction],
      ['_id', direction],
    ],
    limit: size + 1,
  })
  const page = pageOf(read, size, (question) => ({ at: question.at, id: question._id }))
  return { items: page.items.map(toQuestion), next: page.next }
}

/** How many questions somebody has asked since a moment. */
export const questionsSince = (db: Database, memberId: string, since: number): Promise<number> =>
  db.count('questions', { memberId, at: command.gte(since) })
