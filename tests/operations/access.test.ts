import { APP } from '@core/operations/app'
import { openShop, refused, type TestShop, untimed } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

type Answer = { ok: boolean; error?: { code: string } }
const call = (name: string, event: unknown, openid: string) =>
  shop.devcloud.invoke(name, event, openid).then(untimed) as Promise<Answer>

describe('S3-26 customers cannot access the data of others', () => {
  const byOrder = [
    'orders.pay',
    'orders.show',
    'orders.cancel',
    'orders.urge',
    'orders.confirmReceipt',
    'orders.extendReceipt',
    'orders.buyAgain',
    'afterSales.options',
  ] as const

  it.each(byOrder)('%s of another member’s order is NOT_FOUND', async (name) => {
    const owner = shop.customer(`owner-${name.split('.')[1]}`)
    const { id: orderId } = await owner.places()
    const stranger = shop.customer('stranger')
    expect(refused(await stranger.call(name, { orderId }))).toEqual({ code: 'NOT_FOUND' })
    expect(refused(await stranger.call(name, { orderId: 'nosuchorder00000' }))).toEqual({
      code: 'NOT_FOUND',
    })
    expect((await owner.does('orders.show', { orderId })).state).toBe('awaitingPayment')
  })

  it('orders.place with another’s order id is refused without revealing it', async () => {
    const owner = shop.customer('owner-place')
    const { id } = await owner.places()
    const stranger = shop.customer('stranger')
    const draft = await stranger.draft([{ skuId: 'tea:1', quantity: 1 }])
    const answer = await stranger.call('orders.place', { ...draft, orderId: id })
    expect(refused(answer)).toEqual({ code: 'ORDER_ID_TAKEN' })
  })

  it('customer operations take no member id; they always act on the caller', () => {
    const touching = [...APP.shop.keys()]
    const named = touching.filter((name) => {
      const schema = APP.shop.get(name)?.input as { entries?: Record<string, unknown> }
      return Object.keys(schema.entries ?? {}).some((field) => /member|openid|user/i.test(field))
    })
    expect(named).toEqual([])
  })

  const adminNames = [...APP.admin.keys()]
  it.each(adminNames)('a customer calling admin %s is refused', async (operation) => {
    await shop.customer('nosy').join()
    const answer = await call('admin', { operation, input: {} }, 'oTest-nosy')
    expect(answer).toEqual({ ok: false, error: { code: 'FORBIDDEN' } })
  })

  it.each(['shop', 'admin'])('%s without a WeChat identity is refused', async (name) => {
    const event = { operation: name === 'shop' ? 'members.me' : 'members.list', input: {} }
    const answer = await shop.devcloud.invokeAs(name, event, { openid: undefined })
    expect(untimed(answer)).toEqual({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
  })

  it('an identity in the event is ignored', async () => {
    const victim = shop.customer('victim')
    const { id: orderId } = await victim.places()
    const userInfo = { openId: 'oTest-victim', appId: 'x' }
    const event = { operation: 'orders.show', input: { orderId }, userInfo, OPENID: 'oTest-victim' }
    expect(await call('shop', event, 'oTest-thief')).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    })
  })

  it.each(['sweep-members', 'sweep-orders', 'deliver-messages'])(
    '%s runs for WeChat’s timer alone, whatever the event says',
    async (name) => {
      const event = { Type: 'Timer', TriggerName: 'night', Time: '2026-03-04T10:00:00Z' }
      expect(await shop.devcloud.invoke(name, event, 'oTest-thief')).toEqual({
        ok: false,
        reason: 'FORBIDDEN',
      })
    },
  )
})
