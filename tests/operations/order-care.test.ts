import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { ADDRESS, must, openShop, refused, type TestShop } from '../builders/shop'
import { ends, runs, ships } from '../builders/trade'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

describe('searching one’s orders', () => {
  it.each([
    ['a part of a title', '龙井', ['tea:1']],
    ['two words of a title, apart', '秦岭 蜂蜜', ['honey:1']],
    ['full-width letters and blanks around', ' ２５０ｇ ', []],
    ['something that was not bought', '樱桃', []],
    ['signs that mean something elsewhere', '.*', []],
  ])('finds %s', async (_, word, skuIds) => {
    const lin = shop.customer('searcher')
    const { items: before } = await lin.does('orders.list', {})
    if (before.length === 0) for (const skuId of ['tea:1', 'honey:1']) await lin.places(skuId)
    const { items, next } = await lin.does('orders.list', { word })
    expect(items.flatMap(({ lines }) => lines.map((line) => line.skuId))).toEqual(skuIds)
    expect(next).toBeNull()
  })

  it('finds an order by its number, whole or in part, and nobody else’s', async () => {
    const { id } = await shop.customer('numbered').places()
    const find = async (name: string, word: string) =>
      (await shop.customer(name).does('orders.list', { word })).items.map((one) => one.id)
    expect(await find('numbered', id)).toEqual([id])
    expect(await find('numbered', id.slice(-6))).toEqual([id])
    await shop.customer('other').places()
    expect(await find('other', id)).toEqual([])
    expect(await find('stranger', id)).toEqual([])
  })

  it('goes through all matches page by page, each once, beside other orders', async () => {
    const keen = shop.customer('keen')
    const placed: string[] = []
    for (let at = 0; at < 12; at += 1) {
      placed.unshift((await keen.places('tea:1')).id)
      await keen.does('orders.cancel', { orderId: (await keen.places('honey:1')).id })
      await shop.devcloud.clock.advance({ minutes: 1 })
    }
    const first = await keen.does('orders.list', { word: '龙井' })
    const cursor = first.next ?? ''
    const second = await keen.does('orders.list', { word: '龙井', cursor })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(placed)
    expect(second.next).toBeNull()
  })

  it('refuses a word that is too long', async () => {
    const answer = await shop.customer('keen').call('orders.list', { word: '长'.repeat(31) })
    expect(refused(answer).code).toBe('INVALID_INPUT')
  })
})

describe('催发货', () => {
  it('counts once a day, shows in the staff’s list, and ends with the parcel', async () => {
    const lin = shop.customer('urging')
    const { id: orderId } = await lin.buys()
    const urge = () => lin.does('orders.urge', { orderId })
    expect((await urge()).urged).toEqual({ at: shop.devcloud.clock.now(), times: 1 })
    await shop.devcloud.clock.advance({ minutes: 30 })
    expect((await urge()).urged?.times).toBe(1)
    await shop.devcloud.clock.advance({ days: 1 })
    expect((await urge()).urged?.times).toBe(2)
    const { items } = must(await shop.admin('orders.list', { state: 'paid' }))
    expect(items.find(({ id }) => id === orderId)?.urged?.times).toBe(2)
    await ships(shop, orderId)
    expect(refused(await lin.call('orders.urge', { orderId }))).toEqual({
      code: 'WRONG_STATE',
      state: 'shipped',
    })
  })

  it('sent twice at once counts once', async () => {
    const lin = shop.customer('twice')
    const { id: orderId } = await lin.buys()
    await Promise.all([1, 2, 3].map(() => lin.does('orders.urge', { orderId })))
    expect((await lin.does('orders.show', { orderId })).urged?.times).toBe(1)
  })

  it('is not for an order that is not paid', async () => {
    const { id: orderId } = await shop.customer('eager').places()
    expect(refused(await shop.customer('eager').call('orders.urge', { orderId }))).toEqual({
      code: 'WRONG_STATE',
      state: 'awaitingPayment',
    })
  })
})

describe('the reason of a cancellation', () => {
  it('is kept, and the staff see how many chose each', async () => {
    const fickle = shop.customer('fickle')
    const cancel = async (reason?: 'WRONG_GOODS' | 'NOT_WANTED') => {
      const { id: orderId } = await fickle.places('honey:2')
      return fickle.does('orders.cancel', { orderId, ...(reason && { reason }) })
    }
    expect(await cancel('WRONG_GOODS')).toMatchObject({
      closeReason: 'CANCELLED',
      cancelReason: 'WRONG_GOODS',
    })
    await cancel('WRONG_GOODS')
    await cancel('NOT_WANTED')
    expect((await cancel()).cancelReason).toBeNull()
    expect(must(await shop.admin('orders.cancelReasons', {}))).toEqual({
      days: 30,
      reasons: [
        { reason: 'WRONG_GOODS', orders: 2 },
        { reason: 'NOT_WANTED', orders: 1 },
      ],
    })
  })

  it('stays the first one when the cancellation is sent again', async () => {
    const again = shop.customer('again')
    const { id: orderId } = await again.places('honey:2')
    await again.does('orders.cancel', { orderId, reason: 'OTHER' })
    const second = await again.does('orders.cancel', { orderId, reason: 'NOT_WANTED' })
    expect(second.cancelReason).toBe('OTHER')
  })

  it('is one of the list', async () => {
    const { id: orderId } = await shop.customer('again').places('honey:2')
    const input = { orderId, reason: 'BECAUSE' } as never
    expect(refused(await shop.customer('again').call('orders.cancel', input)).code).toBe(
      'INVALID_INPUT',
    )
  })
})

describe('another address before the parcel is sent', () => {
  const elsewhere = { ...ADDRESS, street: '北山街 1 号', phone: '13900001111' }
  const far = { ...elsewhere, province: '西藏自治区', city: '拉萨市', district: '' }
  const zone = (name: string, provinces: string[], firstFen: number, isServed = true) => ({
    ...{ name, provinces, isServed, firstFen, firstGrams: 1_000, moreGrams: 1_000, moreFen: 0 },
    freeFromFen: firstFen > 1_000 ? null : 9_900,
  })
  beforeAll(async () => {
    const zones = [
      zone('全国', [], 800),
      zone('江浙', ['浙江省', '江苏省'], 800),
      zone('远', ['西藏自治区', '青海省'], 2_000),
      zone('不送', ['台湾省'], 0, false),
    ]
    must(await shop.admin('freight.save', { zones }))
  })

  it.each([
    ['the same zone', elsewhere],
    ['another zone of the same price', { ...elsewhere, province: '广东省', city: '广州市' }],
  ])('is allowed in %s, before and after paying', async (_, address) => {
    const lin = shop.customer('moving')
    const { id: orderId } = await lin.places('honey:1')
    const moved = await lin.does('orders.changeAddress', { orderId, address })
    expect(moved.address).toMatchObject({ phone: '139****1111', street: '北山街 1 号' })
    await lin.pays(orderId)
    await lin.does('orders.changeAddress', { orderId, address: ADDRESS })
    const shown = must(await shop.admin('orders.show', { orderId }))
    expect(shown).toMatchObject({ parcelPhone: ADDRESS.phone, address: { street: ADDRESS.street } })
    expect(shown.addressChangedAt).toBe(shop.devcloud.clock.now())
  })

  it('that costs more is refused with the difference, and nothing changes', async () => {
    const lin = shop.customer('moving')
    const { id: orderId } = await lin.buys('honey:1')
    const answer = await lin.call('orders.changeAddress', { orderId, address: far })
    expect(refused(answer)).toEqual({ code: 'FREIGHT_DIFFERS', moreFen: 1_200 })
    expect(await lin.does('orders.show', { orderId })).toMatchObject({
      address: { street: ADDRESS.street },
      addressChangedAt: null,
    })
  })

  it('to which nothing is sent is refused', async () => {
    const lin = shop.customer('moving')
    const { id: orderId } = await lin.buys('honey:1')
    const address = { ...elsewhere, province: '台湾省', city: '台北市' }
    expect(refused(await lin.call('orders.changeAddress', { orderId, address }))).toEqual({
      code: 'NO_DELIVERY',
      province: '台湾省',
    })
  })

  it('is free where a promotion has made the parcel free', async () => {
    const lin = shop.customer('freed')
    const free = { kind: 'freeFreight', scope: WHOLE_SHOP_SCOPE, fromFen: 3_000 } as const
    const promotionId = await runs(shop, { ...free, provinces: [ADDRESS.province, far.province] })
    const { id: orderId, freightFen } = await lin.buys('honey:1')
    expect(freightFen).toBe(0)
    await lin.does('orders.changeAddress', { orderId, address: far })
    const beyond = { ...far, province: '青海省', city: '西宁市' }
    const { id: other } = await lin.buys('honey:1')
    const answer = await lin.call('orders.changeAddress', { orderId: other, address: beyond })
    expect(refused(answer)).toEqual({ code: 'FREIGHT_DIFFERS', moreFen: 2_000 })
    await ends(shop, promotionId)
  })

  it('is too late once anything is sent', async () => {
    const lin = shop.customer('late')
    const { id: orderId } = await lin.buys()
    await ships(shop, orderId)
    const answer = await lin.call('orders.changeAddress', { orderId, address: elsewhere })
    expect(refused(answer)).toEqual({ code: 'WRONG_STATE', state: 'shipped' })
  })

  it('sent again changes nothing, and another’s order is not found', async () => {
    const lin = shop.customer('repeated')
    const { id: orderId } = await lin.buys()
    const first = await lin.does('orders.changeAddress', { orderId, address: elsewhere })
    await shop.devcloud.clock.advance({ minutes: 5 })
    const second = await lin.does('orders.changeAddress', { orderId, address: elsewhere })
    expect(second).toEqual(first)
    const stranger = await shop
      .customer('stranger')
      .call('orders.changeAddress', { orderId, address: elsewhere })
    expect(refused(stranger)).toEqual({ code: 'NOT_FOUND' })
  })
})
