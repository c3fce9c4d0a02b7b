import { draftProduct } from '../builders/catalog'
import { ADDRESS, must, openShop, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const call = (operation: unknown, input: unknown) =>
  shop.devcloud.invoke('shop', { operation, input }, 'oTest-rude') as Promise<{ error?: unknown }>

const order = {
  orderId: 'order00000000000001',
  lines: [{ skuId: 'tea:1', quantity: 1 }],
  deliverTo: { kind: 'new', address: ADDRESS },
  remark: '',
  choice: { grantId: null, points: 0, samples: [] },
  expectedTotalFen: 7_600,
}
const lineOf = (quantity: unknown) => ({ ...order, lines: [{ skuId: 'tea:1', quantity }] })
const manyLines = Array.from({ length: 51 }, (_, at) => ({ skuId: `sku:${at}`, quantity: 1 }))
const manyEvents = Array.from({ length: 21 }, (_, at) => ({
  id: `event00000000000${String(at).padStart(2, '0')}`,
  kind: 'search',
  at: 1,
}))
const addressWith = (change: object) => ({
  ...order,
  deliverTo: { kind: 'new', address: { ...ADDRESS, ...change } },
})

describe('invalid input is refused with its field, and changes nothing', () => {
  it.each([
    ['quantity 0', 'orders.place', lineOf(0), 'lines.0.quantity'],
    ['quantity −1', 'orders.place', lineOf(-1), 'lines.0.quantity'],
    ['quantity 1.5', 'orders.place', lineOf(1.5), 'lines.0.quantity'],
    ['quantity 100', 'orders.place', lineOf(100), 'lines.0.quantity'],
    ['a quantity in words', 'orders.place', lineOf('1'), 'lines.0.quantity'],
    ['51 lines', 'orders.place', { ...order, lines: manyLines }, 'lines'],
    ['51 lines to quote', 'orders.quote', { lines: manyLines }, 'lines'],
    ['no lines', 'orders.place', { ...order, lines: [] }, 'lines'],
    ['a SKU twice', 'orders.place', { ...order, lines: [...order.lines, ...order.lines] }, 'lines'],
    ['a negative total', 'orders.place', { ...order, expectedTotalFen: -1 }, 'expectedTotalFen'],
    ['a total of NaN', 'orders.place', { ...order, expectedTotalFen: null }, 'expectedTotalFen'],
    ['an id with a dot', 'orders.place', { ...order, orderId: 'a.b$c000000000000' }, 'orderId'],
    ['an id too short', 'orders.place', { ...order, orderId: 'x1' }, 'orderId'],
    ['an oversize remark', 'orders.place', { ...order, remark: '好'.repeat(101) }, 'remark'],
    ['no phone', 'orders.place', addressWith({ phone: '12' }), 'deliverTo.address.phone'],
    ['no street', 'orders.place', addressWith({ street: ' ' }), 'deliverTo.address.street'],
    ['a field too many', 'orders.place', { ...order, totalFen: 1 }, 'totalFen'],
    ['no input', 'orders.place', undefined, 'orderId'],
    ['input that is a text', 'orders.quote', 'x', ''],
    ['an oversize word', 'catalog.search', { word: '茶'.repeat(31) }, 'word'],
    ['an impossible birthday', 'members.update', { birthday: '2026-02-30' }, 'birthday'],
    ['a change that is none', 'cart.change', { change: 'steal', skuId: 'tea:1' }, 'change'],
    ['21 events', 'events.record', { events: manyEvents }, 'events'],
  ])('%s', async (_words, operation, input, field) => {
    expect((await call(operation, input)).error).toMatchObject({ code: 'INVALID_INPUT', field })
    expect(await shop.available('tea:1')).toBe(90)
  })

  it.each([['orders.steal'], ['constructor'], [''], [42], [undefined]])(
    'the unknown operation %p',
    async (operation) => {
      expect((await call(operation, {})).error).toMatchObject({ code: 'UNKNOWN_OPERATION' })
    },
  )

  it('a cart holds 50 lines and refuses the 51st', async () => {
    const sizes = Array.from({ length: 17 }, (_, at) => `${at + 1} 号`)
    const dimensions = [
      { name: '口味', values: ['甜', '咸', '原味'] },
      { name: '规格', values: sizes },
    ]
    const choices = ['甜', '咸', '原味'].flatMap((taste) => sizes.map((size) => [taste, size]))
    const skus = choices.map((values, at) => ({
      id: `many:${at + 1}`,
      values,
      priceFen: 100,
      openingStock: 5,
    }))
    must(await shop.admin('products.save', draftProduct({ id: 'many', dimensions, skus })))
    const hoarder = shop.customer('hoarder')
    const ids = skus.map((sku) => sku.id)
    for (const skuId of ids.slice(0, 50)) {
      await hoarder.does('cart.change', { change: 'add', skuId, quantity: 1 })
    }
    const answer = await hoarder.call('cart.change', {
      change: 'add',
      skuId: ids[50]!,
      quantity: 1,
    })
    expect(answer).toEqual({ ok: false, error: { code: 'CART_FULL', linesMax: 50 } })
    expect((await hoarder.does('cart.show', {})).lines).toHaveLength(50)
  })
})
