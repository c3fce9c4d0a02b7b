import { cpus } from 'node:os'
import type { Bench } from './row'
import { customer, openShop } from './shop'

const ORDERS = 200
/** Buyers at once; each places one order after the other. */
const BUYERS = 8

/**
 * Orders placed and paid: each is a quote, an order with its stock holds, a payment begun, a signed
 * notice verified and settled — all through the SDK and the gateway, all buying the same three
 * SKUs.
 */
export const orders: Bench = {
  name: 'orders',
  run: async () => {
    const devcloud = await openShop({ poolSize: cpus().length })
    try {
      const buyers = Array.from({ length: BUYERS }, (_, no) => customer(devcloud, no))
      for (const buyer of buyers) await buyer.join()
      for (const buyer of buyers) await buyer.pay(await buyer.place())

      const startedAt = Date.now()
      let left = ORDERS
      const buy = async (buyer: (typeof buyers)[number]) => {
        while (left-- > 0) await buyer.pay(await buyer.place())
      }
      await Promise.all(buyers.map(buy))
      const seconds = (Date.now() - startedAt) / 1000
      return [
        { name: `${ORDERS} orders of 3 lines, placed and paid`, value: seconds, unit: 's' },
        { name: 'orders placed and paid', value: ORDERS / seconds, unit: '/s' },
      ]
    } finally {
      await devcloud.close()
    }
  },
}
