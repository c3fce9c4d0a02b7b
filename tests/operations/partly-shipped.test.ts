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
