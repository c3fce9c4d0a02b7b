import { type Customer, must, openShop, refused, type TestShop } from '../builders/shop'
import { asks, requestOf, ships } from '../builders/trade'

/** A customer changes a request on which the shop has not decided. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const PHOTO = (no: number) => `cloud://test.test-1/evidence/${no}.jpg`

/** Three pieces of tea, paid; two of them asked back. */
async function asked(name: string) {
  const customer = shop.customer(name)
  const { id: orderId } = await customer.buys('tea:1', 3)
  const first = requestOf({ orderId, kind: 'refund', lines: [{ key: 'tea:1', quantity: 2 }] })
  const input = { ...first, words: '买多了', pictures: [PHOTO(1), PHOTO(2)] }
  const request = await customer.does('afterSales.request', input)
  const { orderId: _order, ...said } = input
  return { customer, orderId, request, said: { ...said, version: request.version } }
}

const orderOf = async (customer: Customer, orderId: string) =>
  (await customer.does('orders.show', { orderId })).lines[0]

it('says all anew: reason, words, photos, pieces and money; the order follows', async () => {
  const { customer, orderId, request, said } = await asked('lin')
  await shop.devcloud.clock.advance({ hours: 1 })
  const changed = await customer.does('afterSales.change', {
    ...said,
    lines: [{ key: 'tea:1', quantity: 1 }],
    reason: 'OTHER',
    words: '只退一件',
    pictures: [PHOTO(2)],
  })
  expect(changed).toMatchObject({
    id: request.id,
    state: 'requested',
    reason: 'OTHER',
    words: '只退一件',
    pictures: [PHOTO(2)],
    refundFen: request.refundFen / 2,
    requestedAt: request.requestedAt,
    changedAt: shop.devcloud.clock.now(),
  })
  expect(await orderOf(customer, orderId)).toMatchObject({ asked: 1, withheld: 1 })
  const staff = must(await shop.admin('afterSales.show', { afterSaleId: request.id }))
  expect(staff).toMatchObject({ changedAt: changed.changedAt, words: '只退一件' })
  expect(staff.estimate?.totalFen).toBe(changed.refundFen)
  expect(staff.dueAt).toBe((request.dueAt ?? 0) + 3_600_000)
})

it('sent twice it is changed once, and from another phone not over what is not seen', async () => {
  const { customer, said } = await asked('twice')
  const more = { ...said, lines: [{ key: 'tea:1', quantity: 3 }] }
  const changed = await customer.does('afterSales.change', more)
  expect(await customer.does('afterSales.change', more)).toEqual(changed)
  const other = { ...said, words: '另一部手机' }
  expect(refused(await customer.call('afterSales.change', other)).code).toBe('REQUEST_CHANGED')
  const seen = { ...other, version: changed.version }
  expect((await customer.does('afterSales.change', seen)).words).toBe('另一部手机')
})

it('has the bounds of a new request', async () => {
  const { customer, said } = await asked('bounds')
  const call = async (change: object) =>
    refused(await customer.call('afterSales.change', { ...said, ...change }))
  expect(await call({ lines: [{ key: 'tea:1', quantity: 4 }] })).toMatchObject({
    code: 'REFUND_TOO_MUCH',
    left: 3,
  })
  expect(await call({ kind: 'returnRefund' })).toMatchObject({ code: 'KIND_NOT_POSSIBLE' })
  expect(await call({ words: '长'.repeat(201) })).toMatchObject({ code: 'INVALID_INPUT' })
})

it('may become another kind once the goods have come', async () => {
  const { customer, orderId } = await asked('kinds')
  await customer.does('afterSales.withdraw', {
    afterSaleId: (await customer.does('afterSales.list', { orderId })).items[0]?.id ?? '',
  })
  await ships(shop, orderId)
  await customer.does('orders.confirmReceipt', { orderId })
  const lines = [{ key: 'tea:1', quantity: 2 }]
  const { id, version } = await asks(customer, { orderId, kind: 'refund', lines })
  const { orderId: _order, ...said } = requestOf({ orderId, kind: 'exchange', lines })
  const change = { ...said, afterSaleId: id, version }
  const changed = await customer.does('afterSales.change', change)
  expect(changed).toMatchObject({ kind: 'exchange', exchangeSkuId: 'tea:1', refundFen: 0 })
  const back = { ...change, kind: 'returnRefund' as const, version: changed.version }
  const { refundFen } = await customer.does('afterSales.change', back)
  expect(refundFen).toBe(2 * 6_800)
})

it('a decision taken meanwhile wins', async () => {
  const { customer, request, said } = await asked('decided')
  must(await shop.admin('afterSales.agree', { afterSaleId: request.id, withFreight: false }))
  const late = refused(await customer.call('afterSales.change', { ...said, words: '再想想' }))
  expect(late).toMatchObject({ code: 'AFTER_SALE_WRONG_STATE' })
  const { words } = await customer.does('afterSales.show', { afterSaleId: request.id })
  expect(words).toBe('买多了')
})

it('and the shop decides on nothing that it has not seen', async () => {
  const { customer, request, said } = await asked('unseen')
  const { version } = await customer.does('afterSales.change', { ...said, reason: 'LATE' })
  const afterSaleId = request.id
  const decide = { afterSaleId, withFreight: false }
  const old = { ...decide, seenVersion: request.version }
  expect(refused(await shop.admin('afterSales.agree', old)).code).toBe('REQUEST_CHANGED')
  const no = { afterSaleId, refusal: '不行', seenVersion: request.version }
  expect(refused(await shop.admin('afterSales.refuse', no)).code).toBe('REQUEST_CHANGED')
  const agreed = must(await shop.admin('afterSales.agree', { ...decide, seenVersion: version }))
  expect(agreed.reason).toBe('LATE')
  // Sent again it is done, though the version has moved on.
  must(await shop.admin('afterSales.agree', { ...decide, seenVersion: version }))
})

it('asks what can be asked as if its own pieces were free', async () => {
  const { customer, orderId, request } = await asked('options')
  const askable = async (afterSaleId?: string) =>
    (await customer.does('afterSales.options', { orderId, afterSaleId })).lines[0]?.askable
  expect(await askable()).toBe(1)
  expect(await askable(request.id)).toBe(3)
  const lines = [{ key: 'tea:1', quantity: 3 }]
  const estimate = { orderId, kind: 'refund' as const, lines }
  expect(refused(await customer.call('afterSales.estimate', estimate)).code).toBe('REFUND_TOO_MUCH')
  const { isWhole } = await customer.does('afterSales.estimate', {
    ...estimate,
    afterSaleId: request.id,
  })
  expect(isWhole).toBe(true)
})

it('of another customer is not found', async () => {
  const { said } = await asked('mine')
  expect(refused(await shop.customer('thief').call('afterSales.change', said)).code).toBe(
    'NOT_FOUND',
  )
})
