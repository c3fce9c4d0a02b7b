import type { NotificationKind } from '@core/domain/notifications/notification'
import { DEVCLOUD_TEMPLATES } from '@local/wechat/templates'
import { answers, asks, mint } from '../builders/service'
import { type Customer, must, openShop, refused, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

/** The member taps 允许 in WeChat's dialog, and the phone reports it. */
async function allows(customer: Customer, ...accepted: NotificationKind[]) {
  const templateIds = accepted.map((kind) => DEVCLOUD_TEMPLATES[kind].id)
  shop.devcloud.subscribe({ openid: customer.openid, templateIds })
  return customer.does('messages.grant', { grantId: mint('grant'), accepted })
}
const sentTo = ({ openid }: Customer) =>
  shop.devcloud.messages().filter((message) => message.openid === openid)
const minute = () => shop.devcloud.clock.advance({ minutes: 1 })
const failures = async () => must(await shop.admin('outbox.list', { state: 'failed' })).items

describe('a subscribed notification', () => {
  it('is sent once, with the keys of the merchant’s template', async () => {
    const lin = shop.customer('lin')
    expect(await allows(lin, 'ticketAnswered')).toEqual({ counted: 1 })
    const { id } = await asks(lin)
    await answers(shop, id, '可以挑大的')
    await minute()
    await minute()
    expect(sentTo(lin)).toMatchObject([
      {
        templateId: DEVCLOUD_TEMPLATES.ticketAnswered.id,
        page: `pages/service/ticket/index?id=${id}`,
        data: { thing2: { value: '可以挑大的' } },
      },
    ])
  })

  it('one grant is one notification: the second is dropped, which is no failure', async () => {
    const lin = shop.customer('lin')
    const { id } = await asks(lin)
    await answers(shop, id)
    await minute()
    expect(sentTo(lin)).toHaveLength(1)
    expect(await failures()).toEqual([])
  })

  it('an answer of the dialog that is reported twice counts once', async () => {
    const mo = shop.customer('mo')
    const grant = { grantId: mint('grant'), accepted: ['ticketAnswered' as const] }
    expect(await mo.does('messages.grant', grant)).toEqual({ counted: 1 })
    expect(await mo.does('messages.grant', grant)).toEqual({ counted: 0 })
  })

  it('a grant unknown to WeChat is used up and not retried', async () => {
    const mo = shop.customer('mo')
    const { id } = await asks(mo)
    await answers(shop, id)
    await minute()
    expect(sentTo(mo)).toEqual([])
    expect(await failures()).toEqual([])
    expect(must(await shop.admin('outbox.list', { state: 'due' })).items).toEqual([])
  })

  it('the phone gets the list of templates', async () => {
    expect(await shop.customer('lin').does('messages.templates', {})).toMatchObject({
      shipped: DEVCLOUD_TEMPLATES.shipped.id,
      ticketAnswered: DEVCLOUD_TEMPLATES.ticketAnswered.id,
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

describe('S0-13 shipping info reaches WeChat', () => {
  const infoOf = ({ openid }: Customer) =>
    shop.devcloud.shippingInfos().filter((info) => info.openid === openid)
  const ship = async (orderId: string, trackingNumber: string, quantity?: number) =>
    must(
      await shop.admin('orders.ship', {
        orderId,
        carrier: '顺丰速运',
        trackingNumber,
        ...(quantity ? { lines: [{ key: 'honey:2', quantity }] } : {}),
      }),
    )

  it('once per parcel, with all parcels so far, and what is in them', async () => {
    const yu = shop.customer('yu')
    const { id } = await yu.buys('honey:2', 3)
    await ship(id, 'SF0000000001', 1)
    await minute()
    expect(infoOf(yu)).toMatchObject([{ deliveryMode: 2, isComplete: false }])
    await ship(id, 'SF0000000002')
    await minute()
    const [info, ...others] = infoOf(yu)
    expect(others).toEqual([])
    expect(info).toMatchObject({
      isComplete: true,
      isResent: false,
      parcels: [
        { trackingNo: 'SF0000000001', expressCompany: 'SF', itemDesc: '秦岭土蜂蜜×1' },
        { trackingNo: 'SF0000000002', expressCompany: 'SF', itemDesc: '秦岭土蜂蜜×2' },
      ],
    })
  })

  it('two parcels within a minute are reported together', async () => {
    const zi = shop.customer('zi')
    const { id } = await zi.buys('honey:2', 2)
    await ship(id, 'SF0000000003', 1)
    await ship(id, 'SF0000000004')
    await minute()
    expect(infoOf(zi)).toMatchObject([{ isComplete: true, isResent: false }])
    expect(infoOf(zi)[0]?.parcels).toHaveLength(2)
  })

  it('a carrier unknown to WeChat is left to the staff, with the reason', async () => {
    const tao = shop.customer('tao')
    const { id: orderId } = await tao.buys()
    const parcel = { orderId, carrier: '隔壁老王', trackingNumber: 'LW0000000001' }
    must(await shop.admin('orders.ship', parcel))
    await minute()
    expect(await failures()).toMatchObject([
      { kind: 'shippingInfo', orderId, tries: 1, reason: expect.stringContaining('carrier') },
    ])
  })

  it('and a subscribed member is notified of the shipment', async () => {
    const jin = shop.customer('jin')
    await allows(jin, 'shipped')
    const { id } = await jin.buys()
    await ship(id, 'SF0000000005')
    await minute()
    expect(sentTo(jin)).toMatchObject([
      { templateId: DEVCLOUD_TEMPLATES.shipped.id, data: { thing2: { value: '顺丰速运' } } },
    ])
  })
})

describe('delivery', () => {
  it('concurrent runs deliver a message once', async () => {
    const an = shop.customer('an')
    await allows(an, 'ticketAnswered')
    await allows(an, 'ticketAnswered')
    const { id } = await asks(an)
    await answers(shop, id)
    await Promise.all([1, 2, 3].map(() => shop.devcloud.fireTimer('deliver-messages')))
    expect(sentTo(an)).toHaveLength(1)
  })

  it('runs for WeChat’s timer only', async () => {
    const answer = await shop.devcloud.invoke('deliver-messages', { Type: 'Timer' }, 'oTest-thief')
    expect(answer).toEqual({ ok: false, reason: 'FORBIDDEN' })
  })

  it('a missing message cannot be retried', async () => {
    expect(refused(await shop.admin('outbox.retry', { id: 'refund:nosuch' }))).toEqual({
      code: 'NOT_FOUND',
    })
  })
})
