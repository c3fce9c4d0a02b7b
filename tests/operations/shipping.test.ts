import { DEVCLOUD_TEMPLATES } from '@local/wechat/templates'
import { draftProduct } from '../builders/catalog'
import { mint } from '../builders/service'
import { must, openShop, refused, type TestShop } from '../builders/shop'
import { receives, ships } from '../builders/trade'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

describe('S0-13 a parcel', () => {
  it('shows carrier, number and trace; WeChat gets all parcels of the order', async () => {
    const lin = shop.customer('lin')
    const { id: orderId } = await lin.buys('tea:1', 3)
    const first = await ships(shop, orderId, [{ key: 'tea:1', quantity: 1 }])
    expect(first.state).toBe('partlyShipped')
    expect(await lin.does('orders.show', { orderId })).toMatchObject({ nextStep: 'WAIT_FOR_REST' })
    const second = await ships(shop, orderId)
    expect(second).toMatchObject({
      state: 'shipped',
      shipments: [{ lines: [{ quantity: 1 }] }, { lines: [{ quantity: 2 }] }],
    })
    await lin.does('orders.parcel', { orderId, at: 1 })
    await shop.devcloud.clock.advance({ hours: 20 })
    const parcel = await lin.does('orders.parcel', { orderId, at: 1 })
    expect(parcel).toMatchObject({ carrier: '顺丰速运', isKnown: true })
    expect(parcel.trace.length).toBeGreaterThan(1)
    const times = parcel.trace.map((step) => step.at)
    expect(times).toEqual([...times].sort((a, b) => b - a))
    const stranger = shop.customer('stranger')
    expect(refused(await stranger.call('orders.parcel', { orderId, at: 1 })).code).toBe('NOT_FOUND')
  })

  it('cannot contain more than is left; a repeated number is one parcel', async () => {
    const mo = shop.customer('mo')
    const { id: orderId } = await mo.buys('tea:1', 2)
    const parcel = { orderId, carrier: '中通', trackingNumber: 'ZT00000009' }
    const tooMany = { ...parcel, lines: [{ key: 'tea:1', quantity: 3 }] }
    expect(refused(await shop.admin('orders.ship', tooMany))).toEqual({
      code: 'PARCEL_MISMATCH',
      key: 'tea:1',
    })
    must(await shop.admin('orders.ship', parcel))
    expect(must(await shop.admin('orders.ship', parcel)).shipments).toHaveLength(1)
    const another = { ...parcel, trackingNumber: 'ZT00000010' }
    expect(refused(await shop.admin('orders.ship', another))).toEqual({
      code: 'WRONG_STATE',
      state: 'shipped',
    })
  })

  it('is confirmed a week later when the customer postpones it, once', async () => {
    const pei = shop.customer('pei')
    const { id: orderId } = await pei.buys('tea:1', 1)
    await ships(shop, orderId)
    const extended = await pei.does('orders.extendReceipt', { orderId })
    expect(extended.canExtend).toBe(false)
    expect(await pei.does('orders.extendReceipt', { orderId })).toEqual(extended)
    await shop.devcloud.clock.advance({ days: 21, hours: 23 })
    expect((await pei.does('orders.show', { orderId })).state).toBe('shipped')
    await shop.devcloud.clock.advance({ hours: 2 })
    expect((await pei.does('orders.show', { orderId })).state).toBe('received')
  })
})

it('S1-28 the guide is sent to subscribed customers after receipt', async () => {
  const an = shop.customer('an')
  const guide = ['水烧到 85 度', '茶 3 克，水 150 毫升']
  must(await shop.admin('products.save', draftProduct({ id: 'guided', guide })))
  const product = await an.does('catalog.product', { productId: 'guided' })
  expect(product.guide).toEqual(guide)
  const { id: orderId } = await an.buys('guided:1')
  const templateId = DEVCLOUD_TEMPLATES.guide.id
  shop.devcloud.subscribe({ openid: an.openid, templateIds: [templateId] })
  await an.does('messages.grant', { grantId: mint('grant'), accepted: ['guide'] })
  await receives(shop, an, orderId)
  const sent = shop.devcloud.messages().filter(({ openid }) => openid === an.openid)
  expect(sent).toMatchObject([{ templateId }])
})
