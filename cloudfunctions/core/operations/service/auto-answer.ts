import { countQuestion, faqEntries } from '@core/data/service/faq'
import { bestMatch } from '@core/domain/service/faq'
import { isOpenAt } from '@core/domain/service/opening-hours'
import { addAutoAnswer, type Ticket } from '@core/domain/service/ticket'
import type { Context } from '../context'

/** An automatic answer to a question; `faqId` is null when it only announces opening hours. */
export type AutoAnswer = { text: string; faqId: string | null }

/**
 * The automatic answer: the FAQ entry that matches well enough, at any hour; otherwise, outside the
 * opening hours, when the staff will be back. `null` during opening hours.
 */
export async function autoAnswer(ctx: Context, question: string): Promise<AutoAnswer | null> {
  const match = bestMatch(question, await faqEntries(ctx.db))
  if (match && match.percent >= ctx.program.faqMatchPercent) {
    return { text: match.entry.answer, faqId: match.entry.id }
  }
  if (isOpenAt(ctx.now, ctx.program)) return null
  return { text: awayText(ctx), faqId: null }
}

const awayText = ({ program: { serviceFromHour, serviceToHour } }: Context): string =>
  `现在是休息时间，我们每天 ${serviceFromHour} 点到 ${serviceToHour} 点在。` +
  '你的留言已经记下，上班后按先后回复。'

/** The ticket with the automatic answer to one of its messages. */
export const withAutoAnswer = (
  ticket: Ticket,
  { answer, to, at }: { answer: AutoAnswer | null; to: string; at: number },
): Ticket =>
  answer === null ? ticket : addAutoAnswer(ticket, { id: `auto:${to}`, text: answer.text, at })

/** Counts a question for the hit rate; call it once per stored question. */
export const countAnswer = (ctx: Context, answer: AutoAnswer | null): Promise<void> =>
  countQuestion(ctx.db, ctx.today, answer?.faqId ?? null)
