import { SHIPPING_LIST_MAX } from '@core/kernel/limits'
import { DEVCLOUD_TEMPLATES } from '@local/wechat/templates'
import { mint } from '../builders/service'
import { ADDRESS, type Customer, must, openShop, refused, type TestShop } from '../builders/shop'
import { asks, ships } from '../builders/trade'

/** Goods on their way: other ways than a carrier, corrections, numbers used once, and lists. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const infoOf = ({ openid }: Customer) =>
  shop.devcloud.shippingInfos().filter((info) => info.openid === openid)
let numbers = 0
/** A number of YTO that no parcel has. */
const fresh = () => {
  numbers += 1
  return `YT${String(numbers).padStart(13, '0')}`
}
const yto = (orderId: string, trackingNumber = fresh()) => ({
  orderId,
  carrier: '圆通速递',
  trackingNumber,
})

describe('an order that no carrier brings', () => {
  it.each([
    ['city', 2, '店里小林'],
    ['virtual', 3, ''],
    ['pickup', 4, '文三路 478 号，9:00–21:00'],
  ] as const)('goes by %s, and WeChat is told so', async (way, logisticsType, note) => {
    const lin = shop.customer(`way-${way}`)
    const { id: orderId } = await lin.buys('tea:1', 2)
    const shipped = must(await shop.admin('orders.shipOtherWay', { orderId, way, note }))
    expect(shipped).toMatchObject({
      state: 'shipped',
      parcelPhone: null,
      shipments: [{ way, note, carrier: '', trackingNumber: '', lines: [{ quantity: 2 }] }],
    })
    expect(infoOf(lin)).toMatchObject([
      { logisticsType, deliveryMode: 1, isComplete: true, parcels: [{ trackingNo: '' }] },
    ])
    expect(must(await shop.admin('orders.shipOtherWay', { orderId, way, note }))).toEqual(shipped)
    expect(refused(await lin.call('orders.parcel', { orderId, at: 0 })).code).toBe('NOT_FOUND')
    expect(refused(await shop.admin('orders.ship', yto(orderId))).code).toBe('WRONG_STATE')
    expect(await lin.does('orders.confirmReceipt', { orderId })).toMatchObject({
      state: 'received',
    })
  })

  it('is a whole order: not after a parcel, not while a piece is asked back', async () => {
    const mo = shop.customer('way-part')
    const { id: orderId } = await mo.buys('tea:1', 3)
    await ships(shop, orderId, [{ key: 'tea:1', quantity: 1 }])
    const other = { orderId, way: 'city' as const, note: '' }
    expect(refused(await shop.admin('orders.shipOtherWay', other))).toEqual({ code: 'NOT_WHOLE' })
    await ships(shop, orderId, [{ key: 'tea:1', quantity: 1 }])
    await asks(mo, { orderId, kind: 'refund', lines: [{ key: 'tea:1', quantity: 1 }] })
    expect(refused(await shop.admin('orders.shipOtherWay', other))).toEqual({ code: 'NOT_WHOLE' })
  })

  it.each([
    ['an unknown way', { way: 'balloon', note: '' }, 'way'],
    ['a note too long', { way: 'city', note: '送'.repeat(61) }, 'note'],
  ])('with %s is refused', async (_, wrong, field) => {
    const answer = await shop.admin('orders.shipOtherWay', { orderId: 'x', ...wrong } as never)
    expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT', field })
  })
})

describe('a wrong carrier or number', () => {
  it('is corrected once; customer and WeChat are told, and the wrong number is free', async () => {
    const pei = shop.customer('corrected')
    shop.devcloud.subscribe({ openid: pei.openid, templateIds: [DEVCLOUD_TEMPLATES.shipped.id] })
    await pei.does('messages.grant', { grantId: mint('grant'), accepted: ['shipped'] })
    const { id: orderId } = await pei.buys('tea:1', 1)
    const wrong = yto(orderId)
    must(await shop.admin('orders.ship', wrong))
    const right = { carrier: '顺丰速运', trackingNumber: 'SF1300000000001' }
    const input = { orderId, at: 0, ...right }
    const corrected = must(await shop.admin('orders.correctParcel', input))
    const { carrier, trackingNumber } = wrong
    expect(corrected.shipments).toMatchObject([
      { ...right, corrected: { carrier, trackingNumber } },
    ])
    expect(must(await shop.admin('orders.correctParcel', input))).toEqual(corrected)
    expect((await pei.does('orders.show', { orderId })).shipments).toEqual(corrected.shipments)
    expect(infoOf(pei)).toMatchObject([
      { isResent: true, parcels: [{ trackingNo: right.trackingNumber, expressCompany: 'SF' }] },
    ])
    const again = { ...input, trackingNumber: 'SF1300000000002' }
    expect(refused(await shop.admin('orders.correctParcel', again))).toEqual({
      code: 'ALREADY_CORRECTED',
    })
    const { id: other } = await pei.buys('tea:1', 1)
    must(await shop.admin('orders.ship', yto(other, trackingNumber)))
  })

  it('of a part of an order leaves the last parcel its report', async () => {
    const an = shop.customer('corrected-part')
    const { id: orderId } = await an.buys('tea:1', 2)
    await ships(shop, orderId, [{ key: 'tea:1', quantity: 1 }])
    must(await shop.admin('orders.correctParcel', { ...yto(orderId), at: 0 }))
    await ships(shop, orderId)
    expect(infoOf(an)).toMatchObject([
      {
        isComplete: true,
        isResent: false,
        deliveryMode: 2,
        parcels: [{ expressCompany: 'YTO' }, {}],
      },
    ])
  })

  it('is not corrected after the receipt, nor where there is no parcel', async () => {
    const yu = shop.customer('corrected-late')
    const { id: orderId } = await yu.buys('tea:1', 1)
    const correction = { ...yto(orderId), at: 0 }
    expect(refused(await shop.admin('orders.correctParcel', correction)).code).toBe('NOT_FOUND')
    await ships(shop, orderId)
    expect(refused(await shop.admin('orders.correctParcel', { ...correction, at: 1 })).code).toBe(
      'NOT_FOUND',
    )
    await yu.does('orders.confirmReceipt', { orderId })
    expect(refused(await shop.admin('orders.correctParcel', correction))).toEqual({
      code: 'WRONG_STATE',
      state: 'received',
    })
  })
})

describe('a tracking number', () => {
  it('is one parcel’s: another order’s, a correction and a replacement are refused', async () => {
    const lin = shop.customer('number')
    const [first, second, third] = [
      await lin.buys('tea:1', 1),
      await lin.buys('tea:1', 1),
      await lin.buys('tea:1', 1),
    ]
    const parcel = yto(first.id)
    must(await shop.admin('orders.ship', parcel))
    const used = { code: 'NUMBER_USED', orderId: first.id }
    const { trackingNumber } = parcel
    expect(refused(await shop.admin('orders.ship', yto(second.id, trackingNumber)))).toEqual(used)
    const small = trackingNumber.toLowerCase()
    expect(refused(await shop.admin('orders.ship', yto(second.id, small)))).toEqual(used)
    await ships(shop, third.id)
    const correction = { ...yto(third.id, trackingNumber), at: 0 }
    expect(refused(await shop.admin('orders.correctParcel', correction))).toEqual(used)
    expect((await lin.does('orders.show', { orderId: second.id })).state).toBe('paid')
  })

  it('goes to one of two orders that are shipped with it at once', async () => {
    const mo = shop.customer('number-race')
    const orders = [await mo.buys('tea:1', 1), await mo.buys('tea:1', 1)]
    const number = fresh()
    const answers = await Promise.all(
      orders.map(({ id }) => shop.admin('orders.ship', yto(id, number))),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const states = await Promise.all(
      orders.map(async ({ id }) => (await mo.does('orders.show', { orderId: id })).state),
    )
    expect(states.sort()).toEqual(['paid', 'shipped'])
  })

  it('of a parcel from the shop is not the customer’s return parcel', async () => {
    const pei = shop.customer('number-back')
    const { id: orderId } = await pei.buys('tea:1', 1)
    const parcel = yto(orderId)
    must(await shop.admin('orders.ship', parcel))
    await pei.does('orders.confirmReceipt', { orderId })
    const lines = [{ key: 'tea:1', quantity: 1 }]
    const { id: afterSaleId } = await asks(pei, { orderId, kind: 'exchange', lines })
    must(await shop.admin('afterSales.agree', { afterSaleId, withFreight: false }))
    const { carrier, trackingNumber } = parcel
    const back = { afterSaleId, carrier, trackingNumber }
    expect(refused(await pei.call('afterSales.sendBack', back))).toEqual({
      code: 'NUMBER_USED',
      orderId,
    })
    await pei.does('afterSales.sendBack', { ...back, trackingNumber: fresh() })
    must(await shop.admin('afterSales.receive', { afterSaleId, isRestocked: false }))
    expect(refused(await shop.admin('afterSales.sendAgain', back))).toEqual({
      code: 'NUMBER_USED',
      orderId,
    })
    must(await shop.admin('afterSales.sendAgain', { ...back, trackingNumber: fresh() }))
  })
})

describe('a list of parcels', () => {
  it('is checked without a change, sent in one call, and sent again without effect', async () => {
    const lin = shop.customer('list')
    await lin.join('林晚')
    const orders = []
    for (let at = 0; at < 3; at += 1) orders.push(await lin.buys('tea:1', at + 1))
    const [shipped, first, second] = orders.map(({ id }) => yto(id))
    if (!shipped || !first || !second) throw new Error('three orders are needed')
    must(await shop.admin('orders.ship', shipped))
    const parcels = [
      first,
      yto(shipped.orderId),
      yto('nothere12345678'),
      { ...second, trackingNumber: shipped.trackingNumber },
      shipped,
    ]
    const expected = (outcome: string) => [
      { orderId: first.orderId, outcome, memberName: '林晚', pieces: 2 },
      { outcome: 'REFUSED', error: { code: 'WRONG_STATE', state: 'shipped' } },
      { outcome: 'REFUSED', error: { code: 'NOT_FOUND' } },
      { outcome: 'REFUSED', error: { code: 'NUMBER_USED', orderId: shipped.orderId } },
      { outcome: 'SHIPPED_BEFORE' },
    ]
    const checked = must(await shop.admin('orders.checkList', { parcels }))
    expect(checked.outcomes).toMatchObject(expected('READY'))
    expect((await lin.does('orders.show', { orderId: first.orderId })).state).toBe('paid')
    const sent = must(await shop.admin('orders.shipList', { parcels }))
    expect(sent.outcomes).toMatchObject(expected('SHIPPED'))
    const once = await lin.does('orders.show', { orderId: first.orderId })
    expect(once).toMatchObject({ state: 'shipped', shipments: [{ carrier: '圆通速递' }] })
    const again = must(await shop.admin('orders.shipList', { parcels }))
    expect(again.outcomes[0]).toMatchObject({ outcome: 'SHIPPED_BEFORE' })
    expect(await lin.does('orders.show', { orderId: first.orderId })).toEqual(once)
    expect((await lin.does('orders.show', { orderId: second.orderId })).state).toBe('paid')
  })

  it('of two parcels for one order or with one number ships the first', async () => {
    const mo = shop.customer('list-twice')
    const orders = [await mo.buys('tea:1', 1), await mo.buys('tea:1', 1)]
    const [one, other] = orders.map(({ id }) => id)
    const number = fresh()
    const parcels = [yto(one ?? '', number), yto(one ?? ''), yto(other ?? '', number)]
    const { outcomes } = must(await shop.admin('orders.shipList', { parcels }))
    expect(outcomes).toMatchObject([
      { outcome: 'SHIPPED' },
      { outcome: 'REFUSED', error: { code: 'WRONG_STATE' } },
      { outcome: 'REFUSED', error: { code: 'NUMBER_USED', orderId: one } },
    ])
  })

  it('that is empty or too long is refused', async () => {
    const long = Array.from({ length: SHIPPING_LIST_MAX + 1 }, () => yto('order12345678901'))
    for (const parcels of [[], long]) {
      expect(refused(await shop.admin('orders.shipList', { parcels }))).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'parcels',
      })
    }
  })
})

it('addresses are copied in full while their orders wait, and not afterwards', async () => {
  const lin = shop.customer('addresses')
  const [waiting, sent] = [await lin.buys('tea:1', 1), await lin.buys('tea:1', 1)]
  await ships(shop, sent.id)
  const orderIds = [sent.id, 'nothere12345678', waiting.id]
  const { addresses } = must(await shop.admin('orders.addresses', { orderIds }))
  expect(addresses).toEqual([
    {
      orderId: waiting.id,
      name: ADDRESS.name,
      phone: ADDRESS.phone,
      region: '浙江省 杭州市 西湖区',
      street: ADDRESS.street,
      remark: '',
    },
  ])
  expect(shop.devcloud.metrics.lines().join()).not.toContain(ADDRESS.phone)
})
