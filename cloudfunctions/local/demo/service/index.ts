import type { Devcloud } from '@local/devcloud-types'
import { callAdmin, callShop } from '../call'
import { articles } from './articles'
import { type Conversation, conversations } from './conversations'
import { faq } from './faq'

export { articles, conversations, faq }

/** What runs on one day of the demo, by the operations that phones call. */
export type DemoEvent = { daysAgo: number; run(devcloud: Devcloud): Promise<unknown> }

/** Saves the demo shop's FAQ. */
export const saveFaq = async (devcloud: Devcloud): Promise<void> => {
  for (const entry of faq) await callAdmin(devcloud, 'faq.save', entry)
}

/** The events of content and service: articles published, questions asked and answered. */
export const serviceEvents = (): DemoEvent[] => [
  ...articles.map(({ daysAgo, ...article }) => ({
    daysAgo,
    run: (devcloud: Devcloud) =>
      callAdmin(devcloud, 'articles.save', { ...article, tags: [], version: 0, isPublished: true }),
  })),
  ...conversations.flatMap(conversationEvents),
]

const conversationEvents = (conversation: Conversation, at: number): DemoEvent[] => {
  const id = (what: string) => `demo${what}${String(at + 1).padStart(12, '0')}`
  const { openid, daysAgo, kind, productId, text, reply, isSettled } = conversation
  const ticketId = id('ticket')
  const about = productId === null ? null : { kind: 'product' as const, id: productId }
  const ask = (devcloud: Devcloud) =>
    callShop({ devcloud, openid }, 'tickets.open', {
      ticketId,
      messageId: id('asked'),
      kind,
      about,
      text,
      pictures: [],
    })
  const answer = (devcloud: Devcloud) =>
    callAdmin(devcloud, 'tickets.reply', {
      ticketId,
      messageId: id('reply'),
      text: reply ?? '',
      pictures: [],
    })
  const settle = (devcloud: Devcloud) =>
    callShop({ devcloud, openid }, 'tickets.close', { ticketId })
  return [
    { daysAgo, run: ask },
    ...(reply === undefined ? [] : [{ daysAgo: daysAgo - 1, run: answer }]),
    ...(isSettled ? [{ daysAgo: daysAgo - 2, run: settle }] : []),
  ]
}
