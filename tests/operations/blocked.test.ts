import { type ALLOWANCES, blockedTold } from '@core/operations/allowances'
import { type Customer, must, OWNER, openShop, refused, type TestShop } from '../builders/shop'
import { requestOf } from '../builders/trade'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const DAY = 86_400_000
const reason = '恶意占库存'

/** The id of a member as the staff find it, by the name they joined with. */
async function idOf(name: string): Promise<string> {
  const { items } = must(await shop.admin('members.list', { word: name }))
  return items[0]?.id ?? ''
}

/** Something of every kind that a customer has: an order that was paid, and one that was not. */
async function customerWithOrders(name: string) {
  const customer = shop.customer(name)
  await customer.join(name)
  const paid = await customer.buys('honey:1', 2)
  const unpaid = await customer.places('honey:2')
  return { customer, paid, unpaid, memberId: await idOf(name) }
}

it('a blocked customer orders, pays and publishes nothing, and is told so', async () => {
  const { customer, unpaid, memberId } = await customerWithOrders('blockee')
  const draft = await customer.draft([{ skuId: 'tea:1', quantity: 1 }])
  must(await shop.admin('members.block', { memberId, reason, days: 7 }))
  const until = shop.devcloud.clock.now() + 7 * DAY
  const refusal = { code: 'BLOCKED', until, told: blockedTold(until) }
  const before = shop.devcloud.counts()
  const calls: [keyof typeof ALLOWANCES, unknown][] = [
    ['orders.place', draft],
    ['orders.pay', { orderId: unpaid.id }],
    ['questions.ask', { questionId: 'q000000000000000', productId: 'tea', text: '在吗' }],
    ['members.update', { nickname: '改名' }],
    ['coupons.enterCode', { code: 'GUESS01' }],
  ]
  for (const [operation, input] of calls) {
    expect(refused(await customer.call(operation as never, input as never))).toEqual(refusal)
  }
  expect(shop.devcloud.counts()).toEqual(before)
})

it('reads the shop and gets what was bought: after-sale, cancelling, tickets', async () => {
  const { customer, paid, unpaid, memberId } = await customerWithOrders('calm')
  must(await shop.admin('members.block', { memberId, reason, days: null }))
  await customer.does('home.show', {})
  expect((await customer.does('orders.list', {})).items).toHaveLength(2)
  await customer.does('orders.cancel', { orderId: unpaid.id })
  const lines = [{ key: 'honey:1', quantity: 1 }]
  const request = requestOf({ orderId: paid.id, kind: 'refund', lines })
  await customer.does('afterSales.request', request)
  await customer.does('tickets.open', {
    ticketId: 't000000000000000',
    messageId: 'm000000000000000',
    kind: 'contact',
    about: null,
    text: '为什么不能下单',
    pictures: [],
  })
  expect(blockedTold(null).title).not.toMatch(/到/)
})

it('the staff see it with reason and end, and lift it; both stay in the history', async () => {
  const { customer, memberId } = await customerWithOrders('undone')
  const block = async () => must(await shop.admin('members.show', { memberId })).block
  expect(await block()).toBeNull()
  const made = must(await shop.admin('members.block', { memberId, reason, days: 30 }))
  expect(made).toEqual({
    reason,
    at: shop.devcloud.clock.now(),
    until: shop.devcloud.clock.now() + 30 * DAY,
  })
  expect(await block()).toEqual(made)
  await shop.devcloud.clock.advance({ minutes: 1 })
  must(await shop.admin('members.unblock', { memberId }))
  must(await shop.admin('members.unblock', { memberId }))
  expect(await block()).toBeNull()
  await customer.places('tea:1')
  const { items } = must(await shop.admin('members.timeline', { memberId }))
  const lines = items.filter(({ kind }) => kind.endsWith('block'))
  expect(lines.map(({ kind, words }) => [kind, words])).toEqual([
    ['unblock', reason],
    ['block', reason],
  ])
})

it('a block ends by itself', async () => {
  const { customer, memberId } = await customerWithOrders('patient')
  must(await shop.admin('members.block', { memberId, reason, days: 7 }))
  await shop.devcloud.clock.advance({ days: 6, hours: 23 })
  const place = async (by: Customer) =>
    by.call('orders.place', await by.draft([{ skuId: 'tea:1', quantity: 1 }]))
  expect(refused(await place(customer)).code).toBe('BLOCKED')
  await shop.devcloud.clock.advance({ hours: 1 })
  must(await place(customer))
  expect(must(await shop.admin('members.show', { memberId })).block).toBeNull()
}, 120_000)

it('is for known WeChat users, by staff who serve customers', async () => {
  const nobody = { memberId: 'm0000000000000000', reason, days: null }
  expect(refused(await shop.admin('members.block', nobody))).toEqual({ code: 'NOT_FOUND' })
  const { customer, memberId } = await customerWithOrders('cheeky')
  const event = { operation: 'members.block', input: { memberId, reason, days: 7 } }
  expect(await shop.devcloud.invoke('admin', event, customer.openid)).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  })
  expect(customer.openid).not.toBe(OWNER)
  expect(must(await shop.admin('members.show', { memberId })).canBlock).toBe(true)
})
