import { MINUTE_MS } from '@core/kernel/calendar'
import type { ShopCopy } from '@local/devcloud-state'
import { draftProduct } from '../builders/catalog'
import { listOf, messagesTo, waitingFor, waits } from '../builders/reminders'
import { type Customer, must, openShop, type TestShop } from '../builders/shop'

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

describe('开售提醒', () => {
  const launches = async (
    inMinutes: number,
    more: Partial<Parameters<typeof draftProduct>[0]> = {},
  ) => {
    const launchAt = shop.devcloud.clock.now() + inMinutes * MINUTE_MS
    must(await shop.admin('products.save', draftProduct({ id: 'soon', launchAt, ...more })))
    return launchAt
  }
  const SOON = { productId: 'soon', skuId: null }

  it('tells once, within the ten minutes before the sale begins', async () => {
    const launchAt = await launches(60)
    const lin = await waits(shop, 'lin', SOON)
    expect((await pageOf(lin, 'soon')).reminded).toEqual({ launch: true, skuIds: [] })
    expect(await listOf(lin)).toMatchObject([{ opensAt: launchAt }])
    expect(await waitingFor(shop, 'soon')).toEqual([{ ...SOON, customers: 1 }])
    await passes(49)
    expect(messagesTo(shop, lin)).toEqual([])
    await passes(6)
    await Promise.all([sweeps(), sweeps()])
    await passes(30)
    const sent = messagesTo(shop, lin)
    expect(sent).toHaveLength(1)
    expect(JSON.stringify(sent[0])).toContain('2026年3月4日 11:00')
    expect(await waitingFor(shop, 'soon')).toEqual([])
  })

  it('follows a launch that is moved, sooner or later', async () => {
    await launches(60)
    const lin = await waits(shop, 'lin', SOON)
    await launches(120)
    await passes(60)
    expect(messagesTo(shop, lin)).toEqual([])
    await launches(15)
    await passes(15)
    expect(messagesTo(shop, lin)).toHaveLength(1)
  })

  it('tells members with early access of their own time, others of everybody’s', async () => {
    const now = shop.devcloud.clock.now()
    const earlyAccess = { tier: 'basic' as const, from: now + 30 * MINUTE_MS }
    await launches(90, { earlyAccess })
    const lin = shop.customer('lin')
    await lin.join()
    await waits(shop, 'lin', SOON)
    const stranger = await waits(shop, 'stranger', SOON)
    // Saved once more, both wait for the first moment at which anybody may buy.
    await launches(90, { earlyAccess })
    await passes(35)
    expect(messagesTo(shop, lin)).toHaveLength(1)
    expect(messagesTo(shop, stranger)).toEqual([])
    await passes(50)
    expect(messagesTo(shop, stranger)).toHaveLength(1)
    expect(messagesTo(shop, lin)).toHaveLength(1)
  })

  it('says nothing of a product that was taken off sale, or has nothing to sell', async () => {
    await launches(30)
    const lin = await waits(shop, 'lin', SOON)
    must(await shop.admin('products.switch', { productId: 'soon', isOnSale: false }))
    await passes(30)
    expect(messagesTo(shop, lin)).toEqual([])
    expect(await listOf(lin)).toEqual([])
  })

  it('costs a shop without customers nothing but its share of the first look', async () => {
    await launches(60 * 24 * 3)
    await waits(shop, 'lin', SOON)
    for (let hour = 0; hour < 5; hour += 1) await shop.devcloud.clock.advance({ hours: 1 })
    shop.devcloud.metrics.clear()
    const [fired] = await shop.devcloud.clock.advance({ minutes: 5 })
    expect(fired?.result).toMatchObject({ done: null })
  })
})
