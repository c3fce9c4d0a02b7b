import type { NoticeKind } from '@core/domain/notice'
import { DESK_TEMPLATES } from '@local/wechat/templates'
import { answers, asks, mint } from '../builders/service'
import { must, openShop, refused, type Customer, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

/** The member taps 允许 on WeChat's sheet, and the phone tells the shop. */
async function allows(customer: Customer, ...accepted: NoticeKind[]) {
  const templateIds = accepted.map((kind) => DESK_TEMPLATES[kind].id)
  shop.desk.subscribe({ openid: customer.openid, templateIds })
  return customer.does('messages.grant', { grantId: mint('grant'), accepted })
}
const sentTo = ({ openid }: Customer) =>
  shop.desk.messages().filter((message) => message.openid === openid)
const minute = () => shop.desk.clock.advance({ minutes: 1 })
const failures = async () => must(await shop.admin('outbox.list', { state: 'failed' })).items

describe('a message that was asked for', () => {
  it('goes out once, under the keys of the merchant’s template', async () => {
    const lin = shop.customer('lin')
    expect(await allows(lin, 'ticketAnswered')).toEqual({ counted: 1 })
    const { id } = await asks(lin)
    await answers(shop, id, '可以挑大的')
    await minute()
    await minute()
    expect(sentTo(lin)).toMatchObject([
      {
        templateId: DESK_TEMPLATES.ticketAnswered.id,
        page: `pages/service/ticket/index?id=${id}`,
        data: { thing2: { value: '可以挑大的' } },
      },
    ])
  })

  it('one accept is one message: the second answer tells nobody and is no failure', async () => {
    const lin = shop.customer('lin')
    const { id } = await asks(lin)
    await answers(shop, id)
    await minute()
    expect(sentTo(lin)).toHaveLength(1)
    expect(await failures()).toEqual([])
  })

  it('an answer of the sheet that is told twice counts once', async () => {
    const mo = shop.customer('mo')
    const grant = { grantId: mint('grant'), accepted: ['ticketAnswered' as const] }
    expect(await mo.does('messages.grant', grant)).toEqual({ counted: 1 })
    expect(await mo.does('messages.grant', grant)).toEqual({ counted: 0 })
  })

  it('a grant that WeChat knows nothing of is used up and not tried again', async () => {
    const mo = shop.customer('mo')
    const { id } = await asks(mo)
    await answers(shop, id)
    await minute()
    expect(sentTo(mo)).toEqual([])
    expect(await failures()).toEqual([])
    expect(must(await shop.admin('outbox.list', { state: 'due' })).items).toEqual([])
  })

  it('the phone is told which templates there are', async () => {
    expect(await shop.customer('lin').does('messages.templates', {})).toMatchObject({
      shipped: DESK_TEMPLATES.shipped.id,
      ticketAnswered: DESK_TEMPLATES.ticketAnswered.id,
    })
  })

  it.each([
    ['a kind that is none', { accepted: ['spam'] }, 'accepted.0'],
    ['a kind twice', { accepted: ['shipped', 'shipped'] }, 'accepted'],
    ['nothing', { accepted: [] }, 'accepted'],
  ])('%s is refused', async (_words, wrong, field) => {
    const answer = await shop
      .customer('rude')
      .call('messages.grant', { grantId: mint('grant'), ...wrong } as never)
    expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT', field })
  })
})

describe('delivery', () => {
  it('two runs at once deliver a message once', async () => {
    const an = shop.customer('an')
    await allows(an, 'ticketAnswered')
    await allows(an, 'ticketAnswered')
    const { id } = await asks(an)
    await answers(shop, id)
    await Promise.all([1, 2, 3].map(() => shop.desk.fireTimer('deliver-messages')))
    expect(sentTo(an)).toHaveLength(1)
  })

  it('runs for WeChat’s timer alone', async () => {
    const answer = await shop.desk.invoke('deliver-messages', { Type: 'Timer' }, 'oTest-thief')
    expect(answer).toEqual({ ok: false, reason: 'FORBIDDEN' })
  })

  it('a message that is not there cannot be tried again', async () => {
    expect(refused(await shop.admin('outbox.retry', { id: 'refund:nosuch' }))).toEqual({
      code: 'NOT_FOUND',
    })
  })
})
