import { answers, asks as asksQuestion } from '../builders/service'
import { openShop, type TestShop } from '../builders/shop'
import { asks, claims, receives, ships } from '../builders/trade'
import { wordOn } from '../builders/voice'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ environment: { MEASURE_ROUNDS: '1' } })
}, 60_000)
afterAll(() => shop.close())

const me = (name: string) => shop.customer(name).does('members.me', {})

describe('the counts on one’s own page', () => {
  it('are all nothing for somebody new', async () => {
    expect(await me('stranger')).toMatchObject({
      orders: { awaitingPayment: 0, paid: 0, shipped: 0, toReview: 0, afterSales: 0 },
      coupons: 0,
      unread: 0,
    })
  })

  it('count what their lists show, in every state', async () => {
    const lin = shop.customer('lin')
    await lin.places()
    await lin.buys()
    const { id: sent } = await lin.buys()
    await ships(shop, sent)
    const { id: partly, lines } = await lin.buys('honey:1', 2)
    await ships(shop, partly, [{ key: lines[0]?.key ?? '', quantity: 1 }])
    const { id: had } = await lin.buys()
    await receives(shop, lin, had)
    expect((await me('lin')).orders).toEqual({
      awaitingPayment: 1,
      paid: 2,
      shipped: 2,
      toReview: 1,
      afterSales: 0,
    })
    const { items } = await lin.does('orders.list', { isReviewDue: true })
    expect(items.map(({ id }) => id)).toEqual([had])
  })

  it('count an after-sale until it is over', async () => {
    const mo = shop.customer('mo')
    const { id: orderId, lines } = await mo.buys()
    const pieces = [{ key: lines[0]?.key ?? '', quantity: 1 }]
    const { id: afterSaleId } = await asks(mo, { orderId, kind: 'refund', lines: pieces })
    expect((await me('mo')).orders).toMatchObject({ paid: 1, afterSales: 1 })
    await mo.does('afterSales.withdraw', { afterSaleId })
    expect((await me('mo')).orders).toMatchObject({ paid: 1, afterSales: 0 })
  })

  it('count an order to review until everything in it has a first review', async () => {
    const pei = shop.customer('pei')
    const draft = await pei.draft(['tea:1', 'honey:1'].map((skuId) => ({ skuId, quantity: 1 })))
    const order = await pei.does('orders.place', draft)
    await pei.pays(order.id)
    await receives(shop, pei, order.id)
    const left: number[] = []
    for (const { key } of order.lines) {
      await pei.does('reviews.write', wordOn({ orderId: order.id, lineKey: key }))
      left.push((await me('pei')).orders.toReview)
    }
    expect(left).toEqual([1, 0])
    await shop.devcloud.clock.advance({ days: 8 })
    expect((await me('pei')).orders.toReview).toBe(0)
  })

  it('count coupons that can be used, and not those that have expired', async () => {
    const hua = shop.customer('hua')
    await hua.join()
    await claims(shop, hua)
    await claims(shop, hua)
    expect((await me('hua')).coupons).toBe(2)
    await shop.devcloud.clock.advance({ days: 8 })
    expect((await me('hua')).coupons).toBe(0)
  })

  it('come in no more rounds than before: the caller, then everything at once', async () => {
    shop.devcloud.metrics.clear()
    await me('lin')
    const { operations } = shop.devcloud.metrics.report()
    const cost = operations.find(({ operation }) => operation === 'members.me')
    expect(cost?.databaseRounds.max).toBeLessThanOrEqual(3)
  })
})

describe('an answer is unread', () => {
  it('until its customer has opened it as it was then', async () => {
    const lin = shop.customer('asking')
    const { id: ticketId } = await asksQuestion(lin, {})
    expect((await me('asking')).unread).toBe(0)
    await answers(shop, ticketId, '有的')
    expect((await me('asking')).unread).toBe(1)
    const { updatedAt: upTo } = await lin.does('tickets.show', { ticketId })
    await shop.devcloud.clock.advance({ minutes: 1 })
    await answers(shop, ticketId, '还有一种')
    await lin.does('tickets.read', { ticketId, upTo })
    expect((await me('asking')).unread).toBe(1)
    await lin.does('tickets.read', { ticketId, upTo: upTo + 60_000 })
    await lin.does('tickets.read', { ticketId, upTo: upTo + 60_000 })
    expect((await me('asking')).unread).toBe(0)
    expect((await lin.does('tickets.list', {})).items).toMatchObject([{ isUnread: false }])
  })

  it('and nobody else can read it for them', async () => {
    const mo = shop.customer('private')
    const { id: ticketId } = await asksQuestion(mo, {})
    await answers(shop, ticketId, '有的')
    const upTo = shop.devcloud.clock.now()
    await shop.customer('nosy').does('tickets.read', { ticketId, upTo })
    expect((await me('private')).unread).toBe(1)
  })
})
