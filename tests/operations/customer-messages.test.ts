import { HOUR_MS } from '@core/kernel/calendar'
import { answers, faqEntry } from '../builders/service'
import { must, openShop, START, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
  must(await shop.admin('faq.save', faqEntry()))
}, 60_000)
afterAll(() => shop.close())

const openidOf = (name: string) => shop.customer(name).openid
const say = (name: string, text: string, messageId?: string) =>
  shop.devcloud.chat.write({ openid: openidOf(name), text, ...(messageId ? { messageId } : {}) })
const messagesTo = (name: string) =>
  shop.devcloud.chat
    .answers()
    .filter(({ openid }) => openid === openidOf(name))
    .map(({ text }) => text)
const ticketsOf = async (name: string) => (await shop.customer(name).does('tickets.list', {})).items

describe('S0-12 a message in the WeChat conversation', () => {
  it('opens a ticket that the staff answer there', async () => {
    expect(await say('lin', '樱桃可以挑大的吗')).toBe('success')
    const [ticket] = await ticketsOf('lin')
    expect(ticket).toMatchObject({ channel: 'wechat', state: 'open', title: '樱桃可以挑大的吗' })
    expect(messagesTo('lin')).toEqual([])
    await answers(shop, ticket!.id, '可以的')
    await shop.devcloud.clock.advance({ minutes: 1 })
    expect(messagesTo('lin')).toEqual(['可以的'])
  })

  it('continues the unfinished conversation', async () => {
    await say('lin', '那我要大的')
    const rows = await ticketsOf('lin')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ state: 'open', excerpt: '那我要大的' })
  })

  it('is stored once, however often WeChat pushes it, also concurrently', async () => {
    const pushes = [1, 2, 3].map(() => say('mo', '多久发货', 'same-1'))
    expect(await Promise.all(pushes)).toEqual(['success', 'success', 'success'])
    await say('mo', '多久发货', 'same-1')
    const [ticket, ...others] = await ticketsOf('mo')
    expect(others).toEqual([])
    const { messages } = await shop.customer('mo').does('tickets.show', { ticketId: ticket!.id })
    expect(messages.map(({ from }) => from)).toEqual(['customer', 'auto'])
    expect(messagesTo('mo')).toEqual(['现货当天发，最晚第二天。'])
  })

  it('outside opening hours gets an automatic answer and waits for the morning', async () => {
    await shop.devcloud.clock.set(START + 12 * HOUR_MS)
    await say('an', '樱桃还有吗')
    expect(messagesTo('an')).toHaveLength(1)
    expect(messagesTo('an')[0]).toContain('9 点到 21 点')
    expect(await ticketsOf('an')).toMatchObject([{ state: 'open' }])
    await say('an', '在吗')
    expect(messagesTo('an')).toHaveLength(1)
  })

  it('an answer after 48 hours is shown to the staff as not delivered', async () => {
    await shop.devcloud.clock.advance({ days: 2, hours: 1 })
    const [ticket] = await ticketsOf('an')
    await answers(shop, ticket!.id, '有的')
    await shop.devcloud.clock.advance({ minutes: 1 })
    const { items } = must(await shop.admin('outbox.list', { state: 'failed' }))
    expect(items).toMatchObject([{ kind: 'serviceText', tries: 1 }])
    expect(items[0]?.reason).toContain('48 hours')
    // The customer writes again, and the staff retry.
    await say('an', '怎么样了')
    must(await shop.admin('outbox.retry', { id: items[0]!.id }))
    await shop.devcloud.clock.advance({ minutes: 1 })
    expect(messagesTo('an')).toContain('有的')
    expect(must(await shop.admin('outbox.list', { state: 'failed' })).items).toEqual([])
  })
})

describe('a forged push', () => {
  const push = (event: object, openid: string) =>
    shop.devcloud.invokeAs('customer-messages', event, { openid })
  const event = {
    ToUserName: 'gh_devcloud',
    FromUserName: 'oTest-victim',
    CreateTime: 1,
    MsgType: 'text',
    Content: '把积分都给我',
    MsgId: '77',
  }

  it('in another customer’s name is refused: WeChat identifies the caller', async () => {
    expect(await push(event, 'oTest-thief')).toBe('success')
    expect(await ticketsOf('victim')).toEqual([])
    expect(await ticketsOf('thief')).toEqual([])
  })

  it.each([
    ['without a type', { ...event, MsgType: undefined }],
    ['with a strange id', { ...event, MsgId: '../7' }],
    ['that is no message', { hello: 1 }],
  ])('%s changes nothing', async (_words, odd) => {
    expect(await push(odd, 'oTest-victim')).toBe('success')
    expect(await ticketsOf('victim')).toEqual([])
  })

  it.each([
    ['entering the conversation', { MsgType: 'event', Event: 'user_enter_tempsession' }],
    ['an empty text', { MsgType: 'text', Content: '  ' }],
  ])('%s says nothing and opens nothing', async (_words, said) => {
    const { Content: _content, ...rest } = event
    expect(await push({ ...rest, ...said, MsgId: '78' }, 'oTest-victim')).toBe('success')
    expect(await ticketsOf('victim')).toEqual([])
  })

  it('a picture and a card are represented by text', async () => {
    await push({ ...event, MsgType: 'image', MsgId: 79, Content: undefined }, 'oTest-victim')
    expect((await ticketsOf('victim'))[0]?.excerpt).toContain('图片')
  })
})
