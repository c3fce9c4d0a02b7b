import { ALLOWANCES, REMINDER_BOUND } from '@core/operations/allowances'
import type { ShopCopy } from '@local/devcloud-state'
import { DEVCLOUD_TEMPLATES } from '@local/wechat/templates'
import { draftProduct } from '../builders/catalog'
import {
  CHERRY,
  listOf,
  messagesTo,
  moves,
  sellsOut,
  waitingFor,
  waits,
} from '../builders/reminders'
import { type Customer, must, openShop, PRODUCTS, refused, type TestShop } from '../builders/shop'

let shop: TestShop
let empty: ShopCopy
beforeAll(async () => {
  shop = await openShop()
  empty = shop.devcloud.copy()
}, 60_000)
beforeEach(() => shop.devcloud.restore(empty))
afterAll(() => shop.close())

const sweeps = () => shop.devcloud.fireTimer('sweep-orders')
const passes = (minutes: number) => shop.devcloud.clock.advance({ minutes })
const pageOf = (customer: Customer, productId: string) =>
  customer.does('catalog.product', { productId })

describe('到货提醒', () => {
  it('is set for what has run out, shown on its page, counted for the staff', async () => {
    await sellsOut(shop)
    const [lin, mo] = [await waits(shop, 'lin'), await waits(shop, 'mo')]
    await lin.does('reminders.set', CHERRY)
    expect((await pageOf(lin, 'cherry')).reminded).toEqual({ launch: false, skuIds: ['cherry:1'] })
    expect((await pageOf(shop.customer('an'), 'cherry')).reminded.skuIds).toEqual([])
    expect(await waitingFor(shop)).toEqual([{ ...CHERRY, customers: 2 }])
    await mo.does('reminders.cancel', CHERRY)
    await mo.does('reminders.cancel', CHERRY)
    expect(await waitingFor(shop)).toEqual([{ ...CHERRY, customers: 1 }])
    expect(await listOf(mo)).toEqual([])
    expect(await listOf(lin)).toMatchObject([{ ...CHERRY, title: '山东大樱桃', state: 'waiting' }])
  })

  it('is refused for what can be had, and for what is not there', async () => {
    const lin = shop.customer('lin')
    const set = (productId: string, skuId: string | null) =>
      lin.call('reminders.set', { productId, skuId }).then(refused)
    expect(await set('cherry', 'cherry:1')).toEqual({ code: 'NOT_NEEDED' })
    expect(await set('cherry', null)).toEqual({ code: 'NOT_NEEDED' })
    expect(await set('tea', 'cherry:1')).toEqual({ code: 'NOT_FOUND' })
    expect(await set('nothing', null)).toEqual({ code: 'NOT_FOUND' })
    await sellsOut(shop)
    must(await shop.admin('products.switch', { productId: 'cherry', isOnSale: false }))
    expect(await set('cherry', 'cherry:1')).toEqual({ code: 'NOT_FOUND' })
  })

  it('tells everybody who waits once, however often and together the timers run', async () => {
    await sellsOut(shop)
    const names = ['lin', 'mo', 'an', 'he', 'su']
    const all = []
    for (const name of names) all.push(await waits(shop, name))
    await moves(shop, 1)
    await Promise.all([sweeps(), sweeps()])
    await sweeps()
    await passes(15)
    for (const customer of all) {
      expect(messagesTo(shop, customer)).toMatchObject([
        {
          templateId: DEVCLOUD_TEMPLATES.restock.id,
          page: 'pages/catalog/detail/index?id=cherry',
        },
      ])
      expect(await listOf(customer)).toMatchObject([{ state: 'told', isUnread: true }])
    }
    expect(await waitingFor(shop)).toEqual([])
  })

  it('tells few of few pieces, and the next of what is left at the next run', async () => {
    await sellsOut(shop)
    for (let at = 0; at < 12; at += 1) {
      await shop.customer(`w${at}`).does('reminders.set', CHERRY)
      await passes(1)
    }
    await moves(shop, 1)
    expect(await sweeps()).toMatchObject({ result: { done: { restocksTold: 10 } } })
    expect(await waitingFor(shop)).toEqual([{ ...CHERRY, customers: 2 }])
    expect(await listOf(shop.customer('w9'))).toMatchObject([{ state: 'told' }])
    expect(await listOf(shop.customer('w10'))).toMatchObject([{ state: 'waiting' }])
    expect(await sweeps()).toMatchObject({ result: { done: { restocksTold: 2 } } })
    expect(await sweeps()).toMatchObject({ result: { done: { restocksTold: 0 } } })
  })

  it('says nothing of what has sold out again before the timer, and goes on waiting', async () => {
    await sellsOut(shop)
    const lin = await waits(shop, 'lin')
    await moves(shop, 1)
    await sellsOut(shop)
    await passes(10)
    expect(messagesTo(shop, lin)).toEqual([])
    await moves(shop, 2)
    await passes(5)
    expect(messagesTo(shop, lin)).toHaveLength(1)
  })

  it('goes by the stock, however it rose: an order cancelled, or closed by the timer', async () => {
    const { id: held } = await shop.customer('slow').places('cherry:1')
    const lin = await waits(shop, 'lin')
    await shop.customer('slow').does('orders.cancel', { orderId: held })
    await passes(5)
    expect(messagesTo(shop, lin)).toHaveLength(1)

    const { id: unpaid } = await shop.customer('slow').places('cherry:1')
    await waits(shop, 'lin')
    await passes(40)
    expect((await shop.customer('slow').does('orders.show', { orderId: unpaid })).state).toBe(
      'closed',
    )
    expect(messagesTo(shop, lin)).toHaveLength(2)
  })

  it('waits while the product is off sale, and tells when it is back on sale', async () => {
    await sellsOut(shop)
    const lin = await waits(shop, 'lin')
    must(await shop.admin('products.switch', { productId: 'cherry', isOnSale: false }))
    await moves(shop, 3)
    await passes(10)
    expect(messagesTo(shop, lin)).toEqual([])
    must(await shop.admin('products.switch', { productId: 'cherry', isOnSale: true }))
    await passes(5)
    expect(messagesTo(shop, lin)).toHaveLength(1)
  })

  it('keeps waiting when the product is edited', async () => {
    await sellsOut(shop)
    const lin = await waits(shop, 'lin')
    const cherry = PRODUCTS.find(({ id }) => id === 'cherry')
    if (!cherry) throw new Error('there is no cherry')
    must(await shop.admin('products.save', { ...cherry, title: '烟台大樱桃' }))
    await moves(shop, 1)
    await passes(5)
    expect(messagesTo(shop, lin)).toHaveLength(1)
  })

  it('ends without a message for who is blocked by then; they cannot set one', async () => {
    await sellsOut(shop)
    const lin = await waits(shop, 'lin')
    const mo = await waits(shop, 'mo')
    const { items } = must(await shop.admin('members.list', {}))
    for (const { id: memberId } of items) {
      must(await shop.admin('members.block', { memberId, reason: '恶意下单', days: 7 }))
    }
    expect(refused(await mo.call('reminders.set', CHERRY))).toMatchObject({ code: 'BLOCKED' })
    await mo.does('reminders.cancel', CHERRY)
    await moves(shop, 5)
    await passes(5)
    expect(messagesTo(shop, lin)).toEqual([])
    expect(await listOf(lin)).toEqual([])
    expect(await waitingFor(shop)).toEqual([])
  })

  it('is told in the app to who allowed no message, and counted until it is seen', async () => {
    await sellsOut(shop)
    const lin = shop.customer('lin')
    await lin.does('reminders.set', CHERRY)
    const unread = async () => (await lin.does('members.me', {})).remindersUnread
    expect(await unread()).toBe(0)
    await moves(shop, 1)
    await passes(5)
    expect(messagesTo(shop, lin)).toEqual([])
    expect(await unread()).toBe(1)
    expect(await lin.does('reminders.read', {})).toEqual({ read: 1 })
    expect(await lin.does('reminders.read', {})).toEqual({ read: 0 })
    expect(await unread()).toBe(0)
    expect(await listOf(lin)).toMatchObject([{ state: 'told', isUnread: false }])
  })

  it('can be set again after it was told, and is told again', async () => {
    await sellsOut(shop)
    const lin = await waits(shop, 'lin')
    await moves(shop, 1)
    await passes(5)
    await sellsOut(shop)
    await waits(shop, 'lin')
    await moves(shop, 1)
    await passes(5)
    expect(messagesTo(shop, lin)).toHaveLength(2)
    expect(await listOf(lin)).toHaveLength(1)
  })
})

describe('reminders are bounded', () => {
  it('a customer has so many open, and may set others once some are gone', async () => {
    const launchAt = shop.devcloud.clock.now() + 86_400_000
    const { most } = REMINDER_BOUND
    expect(most).toBeLessThan(ALLOWANCES['reminders.set'].perDay)
    const lin = shop.customer('lin')
    const set = (at: number) => lin.call('reminders.set', { productId: `soon${at}`, skuId: null })
    for (let at = 0; at <= most; at += 1) {
      must(await shop.admin('products.save', draftProduct({ id: `soon${at}`, launchAt })))
      if (at < most) must(await set(at))
    }
    expect(refused(await set(most))).toEqual({
      code: 'ALLOWANCE_USED',
      operation: 'reminders.set',
      ...REMINDER_BOUND,
    })
    must(await set(0))
    await lin.does('reminders.cancel', { productId: 'soon0', skuId: null })
    must(await set(most))
  })

  it('nobody sees or ends another customer’s', async () => {
    await sellsOut(shop)
    const lin = await waits(shop, 'lin')
    const nosy = shop.customer('nosy')
    await nosy.does('reminders.cancel', CHERRY)
    expect(await listOf(nosy)).toEqual([])
    expect(await listOf(lin)).toHaveLength(1)
  })
})
