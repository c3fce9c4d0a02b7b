import type { SaveArticleInput } from '@core/contract/content'
import type { OpenTicketInput, SaveFaqInput } from '@core/contract/service'
import { type Customer, must, type TestShop } from './shop'

let minted = 0

/** A fresh id as a phone would mint it. */
export function mint(name: string): string {
  minted += 1
  return `${name.replace(/[^0-9A-Za-z]/g, '')}${'0'.repeat(24)}${minted}`.slice(-24)
}

/** A question as good as any unless said otherwise. */
export const question = (said: Partial<OpenTicketInput> = {}): OpenTicketInput => ({
  ticketId: mint('ticket'),
  messageId: mint('message'),
  kind: 'contact',
  about: null,
  text: '樱桃可以挑大一点的吗',
  pictures: [],
  ...said,
})

/** Asks something; answers the ticket. */
export const asks = (customer: Customer, said: Partial<OpenTicketInput> = {}) =>
  customer.does('tickets.open', question(said))

/** Writes on in a ticket. */
export const writes = (customer: Customer, ticketId: string, text: string) =>
  customer.does('tickets.write', { ticketId, messageId: mint('message'), text, pictures: [] })

/** The staff answer a ticket. */
export const answers = async (shop: TestShop, ticketId: string, text = '可以，给您备注上') =>
  must(
    await shop.admin('tickets.reply', {
      ticketId,
      messageId: mint('reply'),
      text,
      pictures: [],
    }),
  )

/** An entry of the FAQ. */
export const faqEntry = (said: Partial<SaveFaqInput> = {}): SaveFaqInput => ({
  id: mint('faq'),
  question: '多久发货',
  alike: ['什么时候发货'],
  answer: '现货当天发，最晚第二天。',
  isShown: true,
  sort: 10,
  ...said,
})

/** An article about the tea, published. */
export const article = (said: Partial<SaveArticleInput> = {}): SaveArticleInput => ({
  id: mint('article'),
  version: 0,
  title: '龙井怎么泡不苦',
  summary: '八十度的水',
  cover: 'teapot',
  blocks: [
    { kind: 'heading', text: '水' },
    { kind: 'text', text: '水开了晾一会儿，八十度正好。' },
  ],
  tags: [],
  productIds: ['tea'],
  isPublished: true,
  ...said,
})
