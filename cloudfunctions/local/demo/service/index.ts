import type { Devcloud } from '../../devcloud'
import { askAdmin, askShop } from '../call'
import { articles } from './articles'
import { faq } from './faq'
import { type TalkTold, talks } from './talks'

export { articles, faq, talks }

/** Something that happens on a day, by the operations that phones call. */
export type Happening = { daysAgo: number; happen(devcloud: Devcloud): Promise<unknown> }

/** Puts up the demo shop's FAQ. */
export const fillFaq = async (devcloud: Devcloud): Promise<void> => {
  for (const entry of faq) await askAdmin(devcloud, 'faq.save', entry)
}

/** What customer service lives through: articles published, questions asked and answered. */
export const serviceDays = (): Happening[] => [
  ...articles.map(({ daysAgo, ...article }) => ({
    daysAgo,
    happen: (devcloud: Devcloud) =>
      askAdmin(devcloud, 'articles.save', { ...article, tags: [], version: 0, isPublished: true }),
  })),
  ...talks.flatMap(talkDays),
]

const talkDays = (talk: TalkTold, at: number): Happening[] => {
  const id = (what: string) => `demo${what}${String(at + 1).padStart(12, '0')}`
  const { openid, daysAgo, kind, productId, text, reply, isSettled } = talk
  const ticketId = id('ticket')
  const about = productId === null ? null : { kind: 'product' as const, id: productId }
  const ask = (devcloud: Devcloud) =>
    askShop({ devcloud, openid }, 'tickets.open', {
      ticketId,
      messageId: id('asked'),
      kind,
      about,
      text,
      pictures: [],
    })
  const answer = (devcloud: Devcloud) =>
    askAdmin(devcloud, 'tickets.reply', {
      ticketId,
      messageId: id('reply'),
      text: reply ?? '',
      pictures: [],
    })
  const settle = (devcloud: Devcloud) =>
    askShop({ devcloud, openid }, 'tickets.close', { ticketId })
  return [
    { daysAgo, happen: ask },
    ...(reply === undefined ? [] : [{ daysAgo: daysAgo - 1, happen: answer }]),
    ...(isSettled ? [{ daysAgo: daysAgo - 2, happen: settle }] : []),
  ]
}
