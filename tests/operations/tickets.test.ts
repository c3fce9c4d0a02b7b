import { HOUR_MS } from '@core/kernel/calendar'
import { answers, asks, faqEntry, mint, question, writes } from '../builders/service'
import { must, openShop, refused, START, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
  must(await shop.admin('faq.save', faqEntry()))
}, 60_000)
afterAll(() => shop.close())

/** The next day at this hour in Shanghai. */
const goTo = (hour: number) => {
  const at = shop.devcloud.clock.now()
  const midnight = Math.floor((at + 8 * HOUR_MS) / (24 * HOUR_MS)) * 24 * HOUR_MS - 8 * HOUR_MS
  return shop.devcloud.clock.set(midnight + (24 + hour) * HOUR_MS)
}
const waiting = async () => must(await shop.admin('tickets.list', { state: 'open' })).items
const report = async () => must(await shop.admin('tickets.report', {}))

describe('S0-12 customer service at any hour', () => {
  it('during opening hours a question waits for the staff, who answer it', async () => {
    const lin = shop.customer('lin')
    await lin.join('林晚')
    const about = { kind: 'product' as const, id: 'cherry' }
    const ticket = await asks(lin, { about })
    expect(ticket).toMatchObject({
      state: 'open',
      title: '山东大樱桃',
      about: { ...about, title: '山东大樱桃' },
      dueAt: START + 48 * HOUR_MS,
    })
    expect(ticket.messages.map(({ from }) => from)).toEqual(['customer'])
    expect((await waiting()).map((row) => row.id)).toContain(ticket.id)
    await shop.devcloud.clock.advance({ minutes: 45 })
    await answers(shop, ticket.id, '可以挑大的')
    const seen = await lin.does('tickets.show', { ticketId: ticket.id })
    expect(seen).toMatchObject({ state: 'answered', dueAt: null, canWrite: true })
    expect(seen.messages.at(-1)).toMatchObject({ from: 'staff', text: '可以挑大的' })
    const own = await lin.does('tickets.list', {})
    expect(own.items).toMatchObject([{ id: ticket.id, excerpt: '可以挑大的' }])
  })

  it('the first-response time is measured', async () => {
    expect(await report()).toMatchObject({
      opened: 1,
      answered: 1,
      late: 0,
      meanResponseMs: 0.75 * HOUR_MS,
    })
  })

  it('the FAQ answers at once, and the staff still see the ticket', async () => {
    const mo = shop.customer('mo')
    const ticket = await asks(mo, { text: '请问什么时候发货呀' })
    expect(ticket.messages).toMatchObject([
      { from: 'customer' },
      { from: 'auto', text: '现货当天发，最晚第二天。' },
    ])
    expect(ticket).toMatchObject({ state: 'open' })
    expect(ticket.dueAt).not.toBeNull()
  })

  it('outside opening hours an automatic answer is added and a ticket is created', async () => {
    await goTo(23)
    const an = shop.customer('an')
    const ticket = await asks(an, { text: '樱桃能不能送到山里' })
    expect(ticket.messages).toMatchObject([{ from: 'customer' }, { from: 'auto' }])
    expect(ticket.messages[1]?.text).toContain('9 点到 21 点')
    expect((await waiting()).map((row) => row.id)).toContain(ticket.id)
    const again = await writes(an, ticket.id, '在山东')
    // A customer who knows the opening hours is not informed again.
    expect(again.messages.map(({ from }) => from)).toEqual(['customer', 'auto', 'customer'])
  })

  it('the help page shows the opening hours, and finds questions by words', async () => {
    const su = shop.customer('su')
    expect(await su.does('service.help', {})).toMatchObject({
      isOpen: false,
      fromHour: 9,
      toHour: 21,
    })
    const found = await su.does('service.help', { word: '发货' })
    expect(found.questions).toMatchObject([{ question: '多久发货' }])
    expect((await su.does('service.help', { word: '飞机' })).questions).toEqual([])
  })
})

describe('S2-18 complaints are solved in time', () => {
  it('have a kind and an order, which must be the customer’s own', async () => {
    const he = shop.customer('he')
    const { id } = await he.buys()
    const about = { kind: 'order' as const, id }
    const ticket = await asks(he, { kind: 'complaint', about, text: '茶罐压扁了' })
    expect(ticket).toMatchObject({ kind: 'complaint', about: { id, title: '明前龙井' } })
    const stranger = shop.customer('stranger')
    expect(refused(await stranger.call('tickets.open', question({ about })))).toEqual({
      code: 'ABOUT_UNKNOWN',
      field: 'about',
    })
  })

  it('overdue ones are listed first, marked, and counted as late', async () => {
    const before = await report()
    await shop.devcloud.clock.advance({ days: 3 })
    const bo = shop.customer('bo')
    await asks(bo, { text: '新的问题' })
    const rows = await waiting()
    const late = rows.map((row) => row.isLate)
    expect(late[0]).toBe(true)
    expect(late).toEqual([...late].sort((a, b) => Number(b) - Number(a)))
    expect(rows.at(-1)).toMatchObject({ isLate: false, excerpt: '新的问题' })
    const now = await report()
    expect(now.overdue).toBe(late.filter(Boolean).length)
    expect(now.late).toBe(before.late + now.overdue)
    const first = rows[0]!
    await answers(shop, first.id)
    expect(await report()).toMatchObject({ late: now.late, overdue: now.overdue - 1 })
  })

  it('the hit rate of the FAQ is counted', async () => {
    const { questions } = await report()
    const before = questions
    await asks(shop.customer('ru'), { text: '多久发货' })
    await asks(shop.customer('ru'), { text: '你们老板姓什么' })
    expect((await report()).questions).toEqual({ asked: before.asked + 2, hit: before.hit + 1 })
    const [entry] = must(await shop.admin('faq.list', {}))
    expect(entry?.hits).toBe(before.hit + 1)
  })
})

describe('a ticket', () => {
  it('is created once, however often it is sent, and so is a message', async () => {
    const ke = shop.customer('ke')
    const input = question()
    const sent = await Promise.all([1, 2, 3].map(() => ke.call('tickets.open', input)))
    expect(sent.every((answer) => answer.ok)).toBe(true)
    expect((await ke.does('tickets.list', {})).items).toHaveLength(1)
    const message = {
      ticketId: input.ticketId,
      messageId: mint('m'),
      text: '再问一句',
      pictures: [],
    }
    await ke.does('tickets.write', message)
    const twice = await ke.does('tickets.write', message)
    expect(twice.messages.filter(({ id }) => id === message.messageId)).toHaveLength(1)
  })

  it('closes, reopens within seven days, and not after', async () => {
    const zi = shop.customer('zi')
    const { id: ticketId } = await asks(zi)
    expect(await zi.does('tickets.close', { ticketId })).toMatchObject({ state: 'closed' })
    expect(
      refused(
        await shop.admin('tickets.reply', {
          ticketId,
          messageId: mint('r'),
          text: '还在吗',
          pictures: [],
        }),
      ),
    ).toEqual({ code: 'TICKET_CLOSED' })
    expect(await writes(zi, ticketId, '又来了')).toMatchObject({ state: 'open' })
    must(await shop.admin('tickets.close', { ticketId }))
    await shop.devcloud.clock.advance({ days: 7 })
    expect((await zi.does('tickets.show', { ticketId })).canWrite).toBe(false)
    const late = { ticketId, messageId: mint('m'), text: '还有一件', pictures: [] }
    expect(refused(await zi.call('tickets.write', late))).toEqual({ code: 'TICKET_CLOSED' })
  })

  it('at most ten of a customer wait at the same time', async () => {
    const tao = shop.customer('tao')
    for (let at = 0; at < 10; at += 1) await asks(tao)
    expect(refused(await tao.call('tickets.open', question()))).toEqual({
      code: 'TOO_MANY_WAITING',
      most: 10,
    })
  })

  it.each(['tickets.show', 'tickets.close'] as const)(
    'S3-26 %s of another’s ticket is answered like a missing one',
    async (name) => {
      const { id: ticketId } = await asks(shop.customer(`owner-${name}`))
      const thief = shop.customer('thief')
      expect(refused(await thief.call(name, { ticketId }))).toEqual({ code: 'NOT_FOUND' })
      expect(refused(await thief.call(name, { ticketId: 'nosuch' }))).toEqual({
        code: 'NOT_FOUND',
      })
      const words = { ticketId, messageId: mint('m'), text: '偷看', pictures: [] }
      expect(refused(await thief.call('tickets.write', words))).toEqual({ code: 'NOT_FOUND' })
      const stolen = question({ ticketId })
      expect(refused(await thief.call('tickets.open', stolen))).toEqual({
        code: 'TICKET_ID_TAKEN',
      })
    },
  )

  it('pages through a long list completely', async () => {
    const many = shop.customer('many')
    for (let at = 0; at < 22; at += 1) {
      const { id: ticketId } = await asks(many)
      await many.does('tickets.close', { ticketId })
    }
    const first = await many.does('tickets.list', {})
    const rest = await many.does('tickets.list', { cursor: first.next! })
    expect([first.items.length, rest.items.length, rest.next]).toEqual([20, 2, null])
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(22)
  })
})

describe('bad input is refused with its field', () => {
  it.each([
    ['a script', { text: '你好<script>alert(1)</script>' }, 'text'],
    ['no words', { text: '  ' }, 'text'],
    ['501 characters', { text: '茶'.repeat(501) }, 'text'],
    ['a control character', { text: '你好\u0000' }, 'text'],
    [
      'four pictures',
      { pictures: ['a', 'b', 'c', 'd'].map((one) => `cloud://x.bucket/e/${one}.jpg`) },
      'pictures',
    ],
    ['a foreign picture', { pictures: ['https://evil.example/x.png'] }, 'pictures.0'],
    ['a kind that is none', { kind: 'praise' as never }, 'kind'],
    ['an id from elsewhere', { ticketId: 'a.b$c000000000000' }, 'ticketId'],
  ])('%s', async (_words, wrong, field) => {
    const rude = shop.customer('rude')
    const answer = await rude.call('tickets.open', question(wrong))
    expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT', field })
    expect((await rude.does('tickets.list', {})).items).toEqual([])
  })

  it('an unknown product and text that WeChat’s check refuses', async () => {
    const rude = shop.customer('rude')
    const about = { kind: 'product' as const, id: 'nosuch' }
    expect(refused(await rude.call('tickets.open', question({ about })))).toMatchObject({
      code: 'ABOUT_UNKNOWN',
    })
    expect(refused(await rude.call('tickets.open', question({ text: '去赌博吗' })))).toEqual({
      code: 'TEXT_REFUSED',
      field: 'text',
    })
    expect((await rude.does('tickets.list', {})).items).toEqual([])
  })

  it.each([
    ['no question', { question: '' }, 'question'],
    ['a script', { answer: '<img src=x>' }, 'answer'],
    ['nine other wordings', { alike: Array.from({ length: 9 }, (_, at) => `${at}`) }, 'alike'],
    ['a place before the first', { sort: -1 }, 'sort'],
  ])('an entry of the FAQ with %s', async (_words, wrong, field) => {
    const answer = await shop.admin('faq.save', faqEntry(wrong))
    expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT', field })
  })
})
