import { must, openShop, type TestShop } from '../builders/shop'
import { ships } from '../builders/trade'

/** Timers of a shop without customers end after one read; nothing that is due waits for them. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const TIMERS = ['sweep-orders', 'deliver-messages']

/** What the timers did on the way, by function: `null` for a run that rested. */
const advance = async (by: { hours?: number; minutes?: number; days?: number }) => {
  const fired = await shop.devcloud.clock.advance(by)
  return fired
    .filter((timer) => TIMERS.includes(timer.function))
    .map(({ result }) => (result as { done: unknown }).done)
}
/** Four hours without a customer, the timers fired at the end of every hour. */
const passQuietHours = async () => {
  for (let hour = 0; hour < 4; hour += 1) await advance({ hours: 1 })
}

it('work for an hour after a write, then look every three hours what is due', async () => {
  await shop.customer('lin').buys()
  expect(await advance({ minutes: 5 })).not.toContain(null)
  await advance({ hours: 1 })
  expect(await advance({ minutes: 5 })).toEqual([null, null])
  shop.devcloud.metrics.clear()
  expect(await advance({ hours: 3 })).toEqual([null, null])
  const { operations } = shop.devcloud.metrics.report()
  const calls = operations.map(({ databaseCalls }) => databaseCalls.max)
  // The rests, the programme, the first of what is due, and the next rest.
  expect(Math.min(...calls)).toBe(4)
  expect(Math.max(...calls)).toBeLessThanOrEqual(12)
})

it('work about once a day, whatever was noted', async () => {
  await passQuietHours()
  const runs: unknown[] = []
  for (let hour = 0; hour < 48; hour += 2) runs.push(...(await advance({ hours: 2 })))
  const whole = runs.filter((done) => done !== null).length / TIMERS.length
  expect(whole).toBeGreaterThanOrEqual(1)
  expect(whole).toBeLessThanOrEqual(6)
}, 120_000)

it('a resting run is one call to the database', async () => {
  await passQuietHours()
  shop.devcloud.metrics.clear()
  expect(await advance({ minutes: 5 })).toEqual([null, null])
  const { operations } = shop.devcloud.metrics.report()
  expect(operations.map(({ databaseCalls }) => databaseCalls.max)).toEqual([1, 1])
})

it('the first write wakes them', async () => {
  await passQuietHours()
  expect(await advance({ minutes: 5 })).toEqual([null, null])
  const { id: orderId } = await shop.customer('mo').places()
  expect(await advance({ minutes: 5 })).not.toContain(null)
  await advance({ minutes: 30 })
  const order = await shop.customer('mo').does('orders.show', { orderId })
  expect(order.state).toBe('closed')
})

it('a write after the rest began ends it, even when no run came between', async () => {
  await passQuietHours()
  await shop.customer('an').places()
  expect(await advance({ hours: 2 })).not.toContain(null)
})

it('what is due in days is done in its minutes', async () => {
  const he = shop.customer('he')
  const { id: orderId } = await he.buys()
  await ships(shop, orderId)
  const { dueAt } = must(await shop.admin('orders.show', { orderId }))
  await shop.devcloud.clock.set((dueAt ?? 0) - 60_000)
  await advance({ minutes: 7 })
  expect((await he.does('orders.show', { orderId })).state).toBe('received')
})

it('a run that is asked for works at any time', async () => {
  await passQuietHours()
  const { result } = await shop.devcloud.fireTimer('sweep-orders')
  expect((result as { done: unknown }).done).not.toBeNull()
})

it('a jump that spares them wakes them for what is due, and for nothing else', async () => {
  const yu = shop.customer('yu')
  const { id: orderId } = await yu.buys()
  await ships(shop, orderId)
  await passQuietHours()
  const { dueAt } = must(await shop.admin('orders.show', { orderId }))
  const spared = async (instant: number) => {
    const fired = await shop.devcloud.clock.set(instant, { sparesResting: true })
    return fired.filter((timer) => TIMERS.includes(timer.function)).length
  }
  expect(await spared(shop.devcloud.clock.now() + 5 * 60_000)).toBe(0)
  await spared((dueAt ?? 0) + 5 * 60_000)
  expect((await yu.does('orders.show', { orderId })).state).toBe('received')
})
