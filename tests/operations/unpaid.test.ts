import { CART_LINES_MAX, LINE_QUANTITY_MAX } from '@core/kernel/limits'
import { UNPAID_BOUNDS } from '@core/operations/allowances'
import { many } from '../builders/allowance-cases'
import { type Customer, must, openShop, refused, type TestShop } from '../builders/shop'

const { openOrders, openPieces, givenUpOrders, givenUpPieces } = UNPAID_BOUNDS
const SKU_IDS = Array.from({ length: CART_LINES_MAX }, (_, at) => `many:${at + 1}`)

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
  must(await shop.admin('products.save', many(SKU_IDS)))
}, 60_000)
afterAll(() => shop.close())

const draft = (by: Customer) => by.draft([{ skuId: 'many:1', quantity: 1 }])
const place = async (by: Customer) => by.call('orders.place', await draft(by))
const held = async () => must(await shop.admin('stock.movements', { skuId: 'many:1' })).sku.held
const wholesale = (by: Customer) =>
  by.draft(SKU_IDS.map((skuId) => ({ skuId, quantity: LINE_QUANTITY_MAX })))
const usedUp = (bound: typeof openOrders, per: 'open' | 'day') => ({
  code: 'ALLOWANCE_USED',
  operation: 'orders.place',
  per,
  ...bound,
})

it('so many orders may wait for payment; one more is refused and holds nothing', async () => {
  const wu = shop.customer('wu')
  const orders = []
  for (let at = 0; at < openOrders.most; at += 1) orders.push(must(await place(wu)))
  expect(refused(await place(wu))).toEqual(usedUp(openOrders, 'open'))
  expect(await held()).toBe(openOrders.most)
  await wu.pays(orders[0]?.id ?? '')
  must(await place(wu))
  expect(refused(await place(wu))).toEqual(usedUp(openOrders, 'open'))
})

it('of twenty at once as many pass as may wait', async () => {
  const he = shop.customer('he')
  await he.join()
  const before = await held()
  const drafts = await Promise.all(Array.from({ length: 20 }, () => draft(he)))
  const answers = await Promise.all(drafts.map((one) => he.call('orders.place', one)))
  // A call that lost every race is sent again by the phone, with the same id.
  const again = await Promise.all(
    answers.map(async (answer, at) =>
      answer.ok || answer.error.code !== 'INTERNAL'
        ? answer
        : he.call('orders.place', drafts[at] ?? drafts[0]!),
    ),
  )
  expect(again.filter((answer) => answer.ok)).toHaveLength(openOrders.most)
  for (const answer of again) {
    if (!answer.ok) expect(answer.error).toEqual(usedUp(openOrders, 'open'))
  }
  expect(await held()).toBe(before + openOrders.most)
})

it('the largest order there is can be placed; another piece waits until it is paid', async () => {
  const big = shop.customer('big')
  const order = await big.does('orders.place', await wholesale(big))
  expect(refused(await place(big))).toEqual(usedUp(openPieces, 'open'))
  await big.pays(order.id)
  must(await big.call('orders.place', await wholesale(big)))
})

it('who has given up so many orders places none until the next day', async () => {
  const fickle = shop.customer('fickle')
  for (let at = 0; at < givenUpOrders.most - 1; at += 1) {
    const { id: orderId } = must(await place(fickle))
    await fickle.does('orders.cancel', { orderId })
  }
  // An order that nobody pays is given up like one that is cancelled.
  must(await place(fickle))
  await shop.devcloud.clock.advance({ minutes: 40 })
  expect(refused(await place(fickle))).toEqual(usedUp(givenUpOrders, 'day'))
  await shop.devcloud.clock.advance({ days: 1 })
  must(await place(fickle))
})

it('and so does who has given up as many pieces', async () => {
  const hoarder = shop.customer('hoarder')
  for (let pieces = 0; pieces < givenUpPieces.most; pieces += openPieces.most) {
    const { id: orderId } = await hoarder.does('orders.place', await wholesale(hoarder))
    await hoarder.does('orders.cancel', { orderId })
  }
  expect(refused(await place(hoarder))).toEqual(usedUp(givenUpPieces, 'day'))
})
