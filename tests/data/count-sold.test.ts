import type { Database } from '@core/data/database'
import { holdAll, sellAll } from '@core/data/stock/holds'
import type { Context } from '@core/operations/context'
import { countSold } from '@core/operations/products/count-sold'
import { openNearStore } from '../builders/near-store'

/** Two timers count what was sold of a product, and a sale comes in between. */

const near = openNearStore()

const AT = 1_000_000
const UNSOLD = { available: 9, sold: 0, holds: {}, heldPieces: 0, isOnSale: true }

const contextOf = (db: Database) =>
  ({ db, log: { info: () => undefined, error: () => undefined } }) as unknown as Context

async function sells(skuId: string, orderId: string) {
  const db = near.database()
  const piece = { skuId, quantity: 1 }
  await holdAll(db, orderId, { pieces: [piece], at: AT, by: 'a' })
  await sellAll(db, orderId, [{ ...piece, productId: 'tea', at: AT }])
}

/** The sale and the other run come before the first run's nth request. */
async function counted(interruptedAt: number) {
  near.begin({
    products: [{ _id: 'tea', sold: 0 }],
    skus: ['a', 'b'].map((_id) => ({ _id, productId: 'tea', ...UNSOLD, isSoldStale: false })),
  })
  await sells('a', 'order1')
  let requests = 0
  const interrupt = async () => {
    requests += 1
    if (requests !== interruptedAt) return
    await sells('b', 'order2')
    await countSold(contextOf(near.database()))
  }
  await countSold(contextOf(near.database(interrupt)))
  await countSold(contextOf(near.database()))
  return { sold: near.all<{ sold: number }>('products')[0]?.sold, requests }
}

it('the sum of all sales is left, wherever the other run comes in', async () => {
  const { requests } = await counted(Infinity)
  expect(requests).toBeGreaterThan(2)
  for (let at = 1; at <= requests; at += 1) expect((await counted(at)).sold).toBe(2)
})
