import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlaceOrderInput } from '@core/contract/orders'
import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import { COLLECTIONS } from '@core/operations/app'
import { openStore } from '@local/database/store'
import { ACTIVITIES, couponOffer } from '../builders/promotions'
import { type Customer, must, openShop, refused, START, type TestShop } from '../builders/shop'

/**
 * `orders.place` takes stock and a coupon outside its transaction. When the transaction runs again,
 * or the phone sends the same order again, what this very order has taken is its own.
 */

let shop: TestShop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.close())

const COMMIT = 'database.commitTransaction'
const faults = () => shop.devcloud.faults
/** The order is written after stock and coupon were taken: there the transaction fails. */
const WRITING = { action: 'database.insertDocument', collection: 'orders' }
const conflictOnce = () => faults().add({ kind: 'conflict', ...WRITING })

const cherry = [{ skuId: 'cherry:1', quantity: 1 }]
const tea = [{ skuId: 'tea:1', quantity: 1 }]

/** A member with these coupons, each of which takes that much off. */
async function memberWith(...offsFen: number[]): Promise<{ lin: Customer; grantIds: string[] }> {
  const lin = shop.customer('lin')
  await lin.join()
  const grantIds: string[] = []
  for (const [at, offFen] of offsFen.entries()) {
    const coupon = couponOffer(`off${at}`)
    coupon.terms = { ...coupon.terms, off: { kind: 'amount', offFen } }
    must(await shop.admin('coupons.save', { coupon }))
    grantIds.push((await lin.does('coupons.claim', { couponId: coupon.id })).id)
  }
  return { lin, grantIds }
}

const walletStates = async (lin: Customer) => {
  const { items } = await lin.does('coupons.wallet', { part: 'usable' })
  return Object.fromEntries(items.map(({ id, state }) => [id, state]))
}
const held = async (skuId: string) => {
  const { sku } = must(await shop.admin('stock.movements', { skuId }))
  return [sku.available, sku.held]
}

describe('after a conflict', () => {
  it('the last piece is still there', async () => {
    const lin = shop.customer('lin')
    const draft = await lin.draft(cherry)
    const fault = conflictOnce()
    expect(await lin.does('orders.place', draft)).toMatchObject({ state: 'awaitingPayment' })
    expect(faults().list()).toMatchObject([{ id: fault.id, struck: 1 }])
    expect(await held('cherry:1')).toEqual([0, 1])
  })

  it('the last piece of a promotion and the last gift are still there', async () => {
    const timePrice = {
      ...ACTIVITIES.timePrice,
      prices: [{ skuId: 'tea:1', priceFen: 4_900, stock: 1 }],
    }
    const gift = { ...ACTIVITIES.gift, skuId: 'cherry:1', fromFen: 1 }
    for (const promotion of [timePrice, gift]) {
      must(await shop.admin('promotions.save', { promotion }))
    }
    const lin = shop.customer('lin')
    const draft = await lin.draft(tea)
    conflictOnce()
    const { lines } = await lin.does('orders.place', draft)
    expect(lines.map(({ skuId, kind }) => [skuId, kind])).toEqual([
      ['tea:1', 'goods'],
      ['cherry:1', 'gift'],
    ])
  })

  it('the chosen coupon is not somebody else’s', async () => {
    const { lin, grantIds } = await memberWith(1_000)
    const draft = await lin.chooses(tea, { ...NO_CHOICE, grantId: grantIds[0] ?? '' })
    conflictOnce()
    const order = await lin.does('orders.place', draft)
    expect(order.totalFen).toBe(draft.expectedTotalFen)
    expect(await walletStates(lin)).toEqual({ [grantIds[0] ?? '']: 'locked' })
    await lin.pays(order.id)
    expect((await lin.does('coupons.wallet', { part: 'used' })).items).toHaveLength(1)
  })

  it('the best coupon is one coupon', async () => {
    const { lin, grantIds } = await memberWith(1_000, 500)
    const draft = await lin.chooses(tea, { ...NO_CHOICE, grantId: 'best' })
    conflictOnce()
    await lin.does('orders.place', draft)
    const [best = '', other = ''] = grantIds
    expect(await walletStates(lin)).toEqual({ [best]: 'locked', [other]: 'unused' })
  })

  it('with another write of the same customer, every order is placed as quoted', async () => {
    const { lin, grantIds } = await memberWith(1_000)
    const choice = { ...NO_CHOICE, grantId: grantIds[0] ?? '' }
    for (let round = 0; round < 10; round += 1) {
      const draft = await lin.chooses(tea, choice)
      const event = { id: lin.orderId(), kind: 'view' as const, at: shop.devcloud.clock.now() }
      // The event is recorded while the order's transaction is open.
      faults().add({ kind: 'latency', ...WRITING, ms: 150 })
      const [placed, recorded] = await Promise.all([
        lin.call('orders.place', draft),
        lin.call('events.record', { events: [{ ...event, productId: 'tea' }] }),
      ])
      expect(must(placed).totalFen).toBe(draft.expectedTotalFen)
      expect(must(recorded)).toEqual({ recorded: 1 })
      await lin.does('orders.cancel', { orderId: draft.orderId })
    }
    expect(await held('tea:1')).toEqual([90, 0])
  })

  it('that does not end, everything is given back', async () => {
    const { lin, grantIds } = await memberWith(1_000)
    const draft = await lin.chooses(tea, { ...NO_CHOICE, grantId: grantIds[0] ?? '' })
    faults().add({ kind: 'conflict', ...WRITING, times: 50 })
    expect(refused(await lin.call('orders.place', draft))).toMatchObject({ code: 'INTERNAL' })
    expect(await held('tea:1')).toEqual([90, 0])
    expect(await walletStates(lin)).toEqual({ [grantIds[0] ?? '']: 'unused' })
  })
})

describe('the same order sent again', () => {
  const everything = async (): Promise<{
    lin: Customer
    grantId: string
    draft: PlaceOrderInput
  }> => {
    const { lin, grantIds } = await memberWith(1_000)
    const draft = await lin.chooses(cherry, { ...NO_CHOICE, grantId: 'best' })
    return { lin, grantId: grantIds[0] ?? '', draft }
  }

  it.each(['timeout-before', 'timeout-after'] as const)(
    'after a %s of its commit is the same order',
    async (kind) => {
      const { lin, grantId, draft } = await everything()
      faults().add({ kind, action: COMMIT })
      await lin.call('orders.place', draft)
      const order = await lin.does('orders.place', draft)
      expect(order).toMatchObject({
        id: draft.orderId,
        totalFen: draft.expectedTotalFen,
      })
      expect(await held('cherry:1')).toEqual([0, 1])
      expect(await walletStates(lin)).toEqual({ [grantId]: 'locked' })
      await lin.pays(order.id)
      expect(await held('cherry:1')).toEqual([0, 0])
    },
  )

  it('five times at once is one order with one coupon', async () => {
    const { lin, grantId, draft } = await everything()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => lin.call('orders.place', draft)))
    const [first] = answers
    expect(first?.ok).toBe(true)
    for (const answer of answers) expect(answer).toEqual(first)
    expect(await held('cherry:1')).toEqual([0, 1])
    expect(await walletStates(lin)).toEqual({ [grantId]: 'locked' })
    await lin.does('orders.cancel', { orderId: draft.orderId })
    expect(await held('cherry:1')).toEqual([1, 0])
    expect(await walletStates(lin)).toEqual({ [grantId]: 'unused' })
  })

  it('after it was paid takes nothing again', async () => {
    const { lin, draft } = await everything()
    await lin.does('orders.place', draft)
    await lin.pays(draft.orderId)
    expect(await lin.does('orders.place', draft)).toMatchObject({ state: 'paid' })
    expect(await held('cherry:1')).toEqual([0, 0])
  })
})

describe('the first acts of a newcomer, all at once', () => {
  it('are all done', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = shop.customer(`new${round}`)
      const draft = await one.draft(tea)
      // Their identity is there a moment before the customer is.
      const action = 'database.insertDocument'
      faults().add({ kind: 'latency', action, collection: 'members', ms: 200 })
      const answers = await Promise.all([
        one.call('orders.place', draft),
        one.call('catalog.favourite', { productId: 'tea', isFavourite: true }),
        one.call('cart.change', { change: 'add', skuId: 'tea:1', quantity: 1 }),
        one.join().then(() => ({ ok: true as const, value: null })),
        one.call('messages.grant', { grantId: one.orderId(), accepted: ['shipped'] }),
      ])
      expect(answers.map((answer) => (answer.ok ? 'done' : answer.error.code))).not.toContain(
        'INTERNAL',
      )
      expect(must(answers[0])).toMatchObject({ state: 'awaitingPayment' })
    }
  })
})

it.each([
  ['ten minutes ago', -600_000],
  ['in a year, by a clock that was wrong', 365 * 86_400_000],
])('a coupon that a lost order locked %s is released', async (_when, offset) => {
  await shop.close()
  const dataDir = mkdtempSync(join(tmpdir(), 'locked-'))
  shop = await openShop({ dataDir })
  const { lin, grantIds } = await memberWith(1_000)
  const [id = ''] = grantIds
  await shop.close()
  const file = join(dataDir, 'database.db')
  const store = openStore({ file, clock: { now: () => START }, collections: COLLECTIONS })
  const lock = { state: 'locked', orderId: 'lostorder00000000001', lockedAt: START + offset }
  await store.update('couponGrants', { condition: { _id: id }, isMulti: false }, { $set: lock })
  store.close()
  shop = await openShop({ dataDir })
  const again = shop.customer('lin')
  expect(await walletStates(again)).toEqual({ [id]: 'locked' })
  await shop.devcloud.fireTimer('sweep-orders')
  expect(await walletStates(again)).toEqual({ [id]: 'unused' })
  expect(lin.openid).toBe(again.openid)
  rmSync(dataDir, { recursive: true, force: true })
})
