import type { MoveStockInput } from '@core/contract/stock'
import { mayCall } from '@core/operations/app'
import { must, openShop, PRODUCTS, refused, type TestShop } from '../builders/shop'
import { ledgerOf, moved, movementId, stockOf } from '../builders/stock'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const move = (input: MoveStockInput) => shop.admin('stock.move', input)

describe('the ledger', () => {
  it('begins with the opening stock; a later save adds nothing', async () => {
    const honey = PRODUCTS.find(({ id }) => id === 'honey')!
    must(await shop.admin('products.save', honey))
    const { items, sku } = await ledgerOf(shop, 'honey:1')
    expect(items).toMatchObject([{ kind: 'open', quantity: 50, balance: 50, orderId: null }])
    expect(sku).toMatchObject({ available: 50, held: 0, inStore: 50, sold: 0 })
  })

  it('lists each movement with reason and balance; its sum is the stock', async () => {
    const lin = shop.customer('lin')
    await shop.devcloud.clock.advance({ minutes: 1 })
    must(await move({ ...moved('honey:2', 12), note: '  二月新蜜 ' }))
    await shop.devcloud.clock.advance({ minutes: 1 })
    const bought = await lin.buys('honey:2', 3)
    await shop.devcloud.clock.advance({ minutes: 1 })
    must(await move({ ...moved('honey:2', -2), kind: 'adjust', reason: 'damaged' }))
    const placed = await lin.places('honey:2', 4)

    const { items, sku } = await ledgerOf(shop, 'honey:2')
    expect(items.map(({ kind, quantity, balance }) => [kind, quantity, balance])).toEqual([
      ['adjust', -2, 57],
      ['sale', -3, 59],
      ['restock', 12, 62],
      ['open', 50, 50],
    ])
    expect(items[1]).toMatchObject({ orderId: bought.id, reason: null, by: null })
    expect(items[2]).toMatchObject({ reason: 'purchase', note: '二月新蜜' })
    expect(sku).toMatchObject({ available: 53, held: 4, inStore: 57, sold: 3 })

    await lin.does('orders.cancel', { orderId: placed.id })
    expect(await stockOf(shop, 'honey:2')).toMatchObject({ available: 57, held: 0, inStore: 57 })
  })

  it('records a sale once, however often the payment is reported', async () => {
    const bo = shop.customer('bo')
    const { id } = await bo.places('tea:1', 2)
    await bo.does('orders.pay', { orderId: id })
    await shop.devcloud.pay({ outTradeNo: id, outcome: 'success', times: 3 })
    const { items, sku } = await ledgerOf(shop, 'tea:1')
    expect(items.filter((line) => line.orderId === id)).toHaveLength(1)
    expect(sku).toMatchObject({ available: 88, held: 0, sold: 2 })
  })

  it('is read by page, the balance continuing from the previous page', async () => {
    for (let n = 1; n <= 21; n += 1) {
      await shop.devcloud.clock.advance({ minutes: 1 })
      must(await move(moved('honey:1', n)))
    }
    const first = await ledgerOf(shop, 'honey:1')
    const rest = must(
      await shop.admin('stock.movements', { skuId: 'honey:1', cursor: first.next ?? '' }),
    )
    const lines = [...first.items, ...rest.items]
    expect(lines.map(({ quantity }) => quantity)).toEqual([
      ...Array.from({ length: 21 }, (_, at) => 21 - at),
      50,
    ])
    expect(lines.at(-1)?.balance).toBe(50)
    expect(lines[0]?.balance).toBe(50 + (21 * 22) / 2)
    expect(rest.next).toBeNull()
  })

  it('is NOT_FOUND for a missing SKU', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(refused(await shop.admin('stock.movements', { skuId: 'none:1' }))).toEqual(missing)
    expect(refused(await move(moved('none:1', 1)))).toEqual(missing)
  })
})

describe('a movement by hand', () => {
  it('cannot take missing or held pieces, and returns what is available', async () => {
    const buyer = shop.customer('cherry')
    const order = await buyer.places('cherry:1')
    const answer = await move(moved('cherry:1', -1))
    expect(refused(answer)).toEqual({ code: 'STOCK_SHORT', available: 0 })
    await buyer.does('orders.cancel', { orderId: order.id })
    const more = await move(moved('cherry:1', -2))
    expect(refused(more)).toEqual({ code: 'STOCK_SHORT', available: 1 })
    expect(await ledgerOf(shop, 'cherry:1')).toMatchObject({
      items: [{ kind: 'open', quantity: 1 }],
      sku: { available: 1 },
    })
  })

  it('sent three times concurrently, and again later, is applied once', async () => {
    const before = (await stockOf(shop, 'tea:1')).available
    const input = moved('tea:1', 7)
    const answers = await Promise.all([move(input), move(input), move(input)])
    answers.push(await move(input))
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true])
    expect((await stockOf(shop, 'tea:1')).available).toBe(before + 7)
  })

  it('refused for lack of stock, succeeds with the same id after a delivery', async () => {
    const taken = moved('cherry:1', -3)
    expect(refused(await move(taken)).code).toBe('STOCK_SHORT')
    must(await move(moved('cherry:1', 5)))
    expect(must(await move(taken))).toMatchObject({ available: 3 })
  })

  it('with the id of another movement is refused', async () => {
    const input = moved('tea:1', 2)
    must(await move(input))
    const before = await stockOf(shop, 'tea:1')
    expect(refused(await move({ ...input, quantity: 3 }))).toEqual({ code: 'MOVEMENT_ID_TAKEN' })
    expect(await stockOf(shop, 'tea:1')).toEqual(before)
  })

  it('interrupted after its update, is reported as applied and not applied again', async () => {
    const before = (await stockOf(shop, 'tea:1')).available
    const input = moved('tea:1', 4)
    const action = 'database.modifyDocument'
    shop.devcloud.faults.add({ kind: 'timeout-after', action, collection: 'skus' })
    expect(refused(await move(input)).code).toBe('INTERNAL')
    expect(must(await move(input)).available).toBe(before + 4)
  })

  it('interrupted before its update, is finished by the sweep', async () => {
    const before = (await stockOf(shop, 'tea:1')).available
    const action = 'database.modifyDocument'
    shop.devcloud.faults.add({ kind: 'timeout-before', action, collection: 'skus' })
    expect(refused(await move(moved('tea:1', 6))).code).toBe('INTERNAL')
    expect((await stockOf(shop, 'tea:1')).available).toBe(before)
    await shop.devcloud.clock.advance({ minutes: 10 })
    const { sku, items } = await ledgerOf(shop, 'tea:1')
    expect(sku.available).toBe(before + 6)
    expect(items[0]).toMatchObject({ kind: 'restock', quantity: 6, balance: sku.inStore })
  })

  const bad: [string, object][] = [
    ['quantity', { kind: 'restock', reason: 'purchase', quantity: 0 }],
    ['quantity', { kind: 'restock', reason: 'purchase', quantity: -1 }],
    ['quantity', { kind: 'restock', reason: 'purchase', quantity: 1.5 }],
    ['quantity', { kind: 'restock', reason: 'purchase', quantity: null }],
    ['quantity', { kind: 'restock', reason: 'purchase', quantity: 100_001 }],
    ['quantity', { kind: 'adjust', reason: 'counted', quantity: 0 }],
    ['quantity', { kind: 'adjust', reason: 'counted', quantity: -100_001 }],
    ['reason', { kind: 'restock', reason: 'damaged', quantity: 1 }],
    ['reason', { kind: 'adjust', reason: 'purchase', quantity: 1 }],
    ['kind', { kind: 'sale', reason: 'purchase', quantity: 1 }],
    ['note', { kind: 'restock', reason: 'purchase', quantity: 1, note: '山'.repeat(61) }],
  ]
  it.each(bad)('with a bad %s (%j) is refused with the name of the field', async (field, part) => {
    const input = { movementId: movementId(), skuId: 'tea:1', ...part }
    const answer = await move(input as unknown as MoveStockInput)
    expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT', field })
  })
})

describe('the list of stock', () => {
  it('begins with the lowest; low and out only list SKUs on sale', async () => {
    const all = must(await shop.admin('stock.list', {}))
    expect(all.lowStockPieces).toBe(5)
    const pieces = all.items.map((row) => row.available)
    expect(pieces).toEqual([...pieces].sort((a, b) => a - b))
    const low = must(await shop.admin('stock.list', { filter: 'low' }))
    expect(low.items.map((row) => [row.skuId, row.isLow])).toEqual([['cherry:1', true]])
    expect(must(await shop.admin('stock.list', { filter: 'out' })).items).toEqual([])
    must(await move({ ...moved('cherry:1', -3), kind: 'adjust', reason: 'expired' }))
    const out = must(await shop.admin('stock.list', { filter: 'out' }))
    expect(out.items).toMatchObject([{ skuId: 'cherry:1', available: 0, title: '山东大樱桃' }])
  })

  it('finds by the text of the product', async () => {
    const found = must(await shop.admin('stock.list', { word: '土蜂蜜' }))
    expect(found.items.map((row) => row.spec).sort()).toEqual(['250g', '500g'])
    expect(must(await shop.admin('stock.list', { word: '没有这个' })).items).toEqual([])
  })

  it('is for the owner and the shipping staff', () => {
    for (const operation of ['stock.list', 'stock.move', 'stock.movements']) {
      expect([mayCall('owner', operation), mayCall('shipping', operation)]).toEqual([true, true])
      expect(mayCall('service', operation)).toBe(false)
    }
  })
})

describe('the same order sent twice concurrently, while stock changes', () => {
  it('never has an order without its hold, nor a hold without its order', async () => {
    const [first, second] = [shop.customer('race-one'), shop.customer('race-two')]
    // One piece is left, and another order holds it.
    must(await move(moved('cherry:1', 1)))
    for (let round = 0; round < 12; round += 1) {
      const other = await first.places('cherry:1')
      const draft = await second.draft([
        { skuId: 'tea:1', quantity: 1 },
        { skuId: 'cherry:1', quantity: 1 },
      ])
      const action = 'database.modifyDocument'
      const late = { kind: 'latency', action, collection: 'skus', ms: 20 } as const
      shop.devcloud.faults.add({ ...late, skip: round % 6, times: 1 + (round % 3) })
      await Promise.all([
        second.call('orders.place', draft),
        first.call('orders.cancel', { orderId: other.id }),
        second.call('orders.place', draft),
      ])
      shop.devcloud.faults.clear()
      const placed = await second.call('orders.show', { orderId: draft.orderId })
      const pieces = placed.ok ? 1 : 0
      expect((await stockOf(shop, 'tea:1')).held).toBe(pieces)
      expect(await stockOf(shop, 'cherry:1')).toMatchObject({ held: pieces, inStore: 1 })
      if (placed.ok) await second.does('orders.cancel', { orderId: draft.orderId })
    }
  })
})

describe('an order whose transaction meets a conflict', () => {
  it('retries with the pieces it holds already', async () => {
    const buyer = shop.customer('again')
    const before = await stockOf(shop, 'tea:1')
    const action = 'database.insertDocument'
    shop.devcloud.faults.add({ kind: 'conflict', action, collection: 'orders', times: 2 })
    const order = await buyer.places('tea:1', 2)
    expect(shop.devcloud.faults.list()).toMatchObject([{ struck: 2 }])
    shop.devcloud.faults.clear()
    const { available, held } = await stockOf(shop, 'tea:1')
    expect([available, held]).toEqual([before.available - 2, before.held + 2])
    await buyer.does('orders.cancel', { orderId: order.id })
    expect(await stockOf(shop, 'tea:1')).toEqual(before)
  })

  it('releases all of them when it is finally refused', async () => {
    const buyer = shop.customer('again')
    const before = await stockOf(shop, 'tea:1')
    const draft = await buyer.draft([{ skuId: 'tea:1', quantity: 2 }])
    const action = 'database.insertDocument'
    shop.devcloud.faults.add({ kind: 'conflict', action, collection: 'orders', times: 50 })
    expect(refused(await buyer.call('orders.place', draft)).code).toBe('INTERNAL')
    shop.devcloud.faults.clear()
    // A conflict is certain: nothing was written, so nothing is kept for the sweep.
    expect(await stockOf(shop, 'tea:1')).toEqual(before)
  })
})

describe('the sales of a product', () => {
  it('are counted for lists by the sweep, and on its page at once', async () => {
    const tea = () => shop.customer('reader').does('catalog.product', { productId: 'tea' })
    const before = (await tea()).sold
    await shop.customer('many').buys('tea:1', 5)
    expect((await tea()).sold).toBe(before + 5)
    await shop.devcloud.clock.advance({ minutes: 10 })
    const listed = await shop.customer('reader').does('catalog.search', { order: 'sold' })
    expect(listed.items[0]?.id).toBe('tea')
  })
})
