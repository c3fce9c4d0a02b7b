import { must, openShop, type TestShop } from '../builders/shop'

/** Times the data layer runs a transaction before it gives up. */
const TRIES = 8

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const setAside = async () => must(await shop.admin('setAside.list', {})).items

/** An unpaid order that is due, whose closing meets so many conflicts. */
async function closes(openid: string, conflicts: number) {
  const one = shop.customer(openid)
  const { id } = await one.places()
  shop.devcloud.faults.add({ kind: 'conflict', function: 'sweep-orders', times: conflicts })
  const fired = await shop.devcloud.clock.advance({ minutes: 36 })
  shop.devcloud.faults.clear()
  const failed = fired.map(({ result }) => (result as { done?: { failed?: number } }).done?.failed)
  const { state } = await one.does('orders.show', { orderId: id })
  return { id, state, failed: failed.filter((count) => count !== undefined && count > 0) }
}

it('an order whose closing lost every race is closed alone, in the same run', async () => {
  expect(await closes('lin', TRIES)).toMatchObject({ state: 'closed', failed: [] })
  expect(await setAside()).toEqual([])
}, 60_000)

it('one that loses alone as well is set aside as such, and closed by a later run', async () => {
  const { id, failed } = await closes('mo', 2 * TRIES)
  expect(failed).toEqual([1])
  await shop.devcloud.clock.advance({ minutes: 20 })
  expect(await setAside()).toEqual([])
  expect(await shop.customer('mo').does('orders.show', { orderId: id })).toMatchObject({
    state: 'closed',
  })
}, 60_000)
