import { must, openShop, refused, type TestShop } from '../builders/shop'
import { asks, ships } from '../builders/trade'

/** An order of which a part was sent: what may follow, and what may not. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const tea = (quantity: number) => [{ key: 'tea:1', quantity }]
const PARCEL = { carrier: '顺丰速运', trackingNumber: 'SF5500000001' }

/** Somebody's order of tea of which one piece was sent. */
async function partlySent(name: string, quantity: number) {
  const customer = shop.customer(name)
  const { id: orderId } = await customer.buys('tea:1', quantity)
  await ships(shop, orderId, tea(1))
  return { customer, orderId }
}

describe('pieces asked back are not sent', () => {
  it('the rest is sent without them; refused, they are sent after all', async () => {
    const { customer, orderId } = await partlySent('lin', 4)
    const { id } = await asks(customer, { orderId, kind: 'refund', lines: tea(2) })
    const shown = await customer.does('orders.show', { orderId })
    expect(shown).toMatchObject({ state: 'partlyShipped', lines: [{ asked: 2, withheld: 2 }] })
    const named = await shop.admin('orders.ship', { orderId, ...PARCEL, lines: tea(2) })
    expect(refused(named)).toEqual({ code: 'PARCEL_MISMATCH', key: 'tea:1' })
    const sent = await ships(shop, orderId)
    expect(sent).toMatchObject({
      state: 'partlyShipped',
      shipments: [{ lines: tea(1) }, { lines: tea(1) }],
    })
    const nothing = await shop.admin('orders.ship', { orderId, ...PARCEL })
    expect(refused(nothing)).toEqual({ code: 'PARCEL_MISMATCH', key: '' })
    must(await shop.admin('afterSales.refuse', { afterSaleId: id, refusal: '已经打包' }))
    expect(await ships(shop, orderId)).toMatchObject({
      state: 'shipped',
      lines: [{ shipped: 4, asked: 0, withheld: 0 }],
    })
  })

  it('agreed, they are given up and go back into the stock', async () => {
    const before = await shop.available('tea:1')
    const { customer, orderId } = await partlySent('mo', 3)
    const { id } = await asks(customer, { orderId, kind: 'refund', lines: tea(1) })
    await ships(shop, orderId)
    must(await shop.admin('afterSales.agree', { afterSaleId: id, withFreight: false }))
    expect(await customer.does('orders.show', { orderId })).toMatchObject({
      state: 'shipped',
      lines: [{ shipped: 2, cancelled: 1, withheld: 0, refunded: { quantity: 1, fen: 6_800 } }],
    })
    expect(await shop.available('tea:1')).toBe(before - 2)
  })

  it('a piece that was sent and is to come back withholds nothing', async () => {
    const { customer, orderId } = await partlySent('pei', 3)
    await asks(customer, { orderId, kind: 'returnRefund', lines: tea(1) })
    expect(await ships(shop, orderId)).toMatchObject({
      state: 'shipped',
      lines: [{ shipped: 3, asked: 1, withheld: 0 }],
    })
  })

  it('of two requests each withholds its own; a withdrawn one frees its pieces alone', async () => {
    const { customer, orderId } = await partlySent('an', 4)
    const first = await asks(customer, { orderId, kind: 'refund', lines: tea(1) })
    await asks(customer, { orderId, kind: 'refund', lines: tea(2) })
    const nothing = await shop.admin('orders.ship', { orderId, ...PARCEL })
    expect(refused(nothing)).toEqual({ code: 'PARCEL_MISMATCH', key: '' })
    await customer.does('afterSales.withdraw', { afterSaleId: first.id })
    expect(await ships(shop, orderId)).toMatchObject({
      state: 'partlyShipped',
      lines: [{ shipped: 2, withheld: 2 }],
    })
  })
})

describe('WeChat is told once that nothing is left to be sent', () => {
  const infoOf = ({ openid }: { openid: string }) =>
    shop.devcloud.shippingInfos().filter((info) => info.openid === openid)
  const minute = () => shop.devcloud.clock.advance({ minutes: 1 })
  const agree = async (afterSaleId: string) =>
    must(await shop.admin('afterSales.agree', { afterSaleId, withFreight: false }))

  it('when the rest was refunded', async () => {
    const { customer, orderId } = await partlySent('yu', 3)
    await minute()
    expect(infoOf(customer)).toMatchObject([{ deliveryMode: 2, isComplete: false }])
    const { id } = await asks(customer, { orderId, kind: 'refund', lines: tea(2) })
    await agree(id)
    await agree(id)
    await minute()
    const told = infoOf(customer)
    expect(told).toMatchObject([{ isComplete: true, isResent: false, parcels: [{}] }])
    await asks(customer, { orderId, kind: 'returnRefund', lines: tea(1) })
    await shop.devcloud.clock.advance({ hours: 1 })
    expect(infoOf(customer)).toEqual(told)
  })

  it('when the staff refund the rest, the parcel’s own report still waiting', async () => {
    const { customer, orderId } = await partlySent('zi', 2)
    const given = {
      afterSaleId: 'staffRefund000000001',
      orderId,
      lines: tea(1),
      withFreight: false,
      words: '缺货',
    }
    must(await shop.admin('afterSales.refundByStaff', given))
    await minute()
    expect(infoOf(customer)).toMatchObject([{ isComplete: true, isResent: false, deliveryMode: 2 }])
  })

  it('when a withdrawn request lets the last parcel go', async () => {
    const { customer, orderId } = await partlySent('bo', 2)
    const { id } = await asks(customer, { orderId, kind: 'refund', lines: tea(1) })
    await minute()
    await customer.does('afterSales.withdraw', { afterSaleId: id })
    await minute()
    expect(infoOf(customer)).toMatchObject([{ isComplete: false }])
    await ships(shop, orderId)
    await minute()
    expect(infoOf(customer)).toMatchObject([{ isComplete: true, isResent: false }])
  })

  it('when pieces of which some were sent are refunded and the order is closed', async () => {
    const { customer, orderId } = await partlySent('qi', 1)
    await minute()
    const honey = await customer.draft([{ skuId: 'honey:1', quantity: 2 }])
    await customer.does('orders.place', honey)
    await customer.pays(honey.orderId)
    await ships(shop, honey.orderId, [{ key: 'honey:1', quantity: 1 }])
    const lines = [{ key: 'honey:1', quantity: 2 }]
    const { id } = await asks(customer, { orderId: honey.orderId, kind: 'refund', lines })
    await agree(id)
    await minute()
    // The freight of what was sent is kept: WeChat would withhold it.
    expect(await customer.does('orders.show', { orderId: honey.orderId })).toMatchObject({
      state: 'closed',
      refundedFen: 7_980,
      totalFen: 8_780,
    })
    expect(infoOf(customer).map(({ isComplete }) => isComplete)).toEqual([true, true])
    expect((await customer.does('orders.show', { orderId })).state).toBe('shipped')
  })
})
