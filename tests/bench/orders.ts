import { cpus } from 'node:os'
import type { Devcloud } from '@local/devcloud-types'
import { BUDGETS } from '../../config/budgets'
import type { Bench } from './row'
import { customer, openShop } from './shop'

const ORDERS = 200
/** Buyers at once; each places one order after the other. */
const CROWDS = [1, 8, 16]

type Buyer = ReturnType<typeof customer>

/** Lets buyers place and pay orders of three lines; answers the time it took, and the CPU's. */
const buyAll = async (buyers: readonly Buyer[], orders: number) => {
  const startedAt = Date.now()
  const cpu = process.cpuUsage()
  let left = orders
  const buy = async (buyer: Buyer) => {
    while (left-- > 0) await buyer.pay(await buyer.place())
  }
  await Promise.all(buyers.map(buy))
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (Date.now() - startedAt) / 1000, cpuMs: (user + system) / 1000 }
}

/** What one order costs the database, from the price to the settled payment, counted in step. */
const countCalls = async () => {
  const devcloud = await openShop({ environment: { MEASURE_ROUNDS: '1' } })
  try {
    const buyer = customer(devcloud, 0)
    await buyer.join()
    await buyAll([buyer], 3)
    devcloud.metrics.clear()
    await buyAll([buyer], 10)
    const { operations } = devcloud.metrics.report()
    const perOrder = (of: 'databaseCalls' | 'databaseRounds') =>
      operations.reduce((sum, operation) => sum + operation[of].mean, 0)
    return { calls: perOrder('databaseCalls'), rounds: perOrder('databaseRounds') }
  } finally {
    await devcloud.close()
  }
}

/** Buyers who have joined and bought once, so that every worker is warm. */
const crowd = async (devcloud: Devcloud) => {
  const buyers = Array.from({ length: Math.max(...CROWDS) }, (_, no) => customer(devcloud, no))
  for (const buyer of buyers) await buyer.join()
  await buyAll(buyers, 2 * buyers.length)
  return buyers
}

/**
 * Orders placed and paid: each is a quote, an order with its stock holds, a payment begun, a signed
 * notice verified and settled — all through the SDK and the gateway, all buying the same three
 * SKUs. The CPU's time is that of both sides, the functions and the local cloud.
 */
export const orders: Bench = {
  name: 'orders',
  run: async () => {
    const { calls, rounds } = await countCalls()
    const devcloud = await openShop({ poolSize: cpus().length })
    try {
      const buyers = await crowd(devcloud)
      const runs = new Map<number, Awaited<ReturnType<typeof buyAll>>>()
      for (const size of CROWDS) runs.set(size, await buyAll(buyers.slice(0, size), ORDERS))
      const cpuMs = (runs.get(1)?.cpuMs ?? 0) / ORDERS
      const rates = [...runs].map(([size, { seconds }]) => ({ size, rate: ORDERS / seconds }))
      const { orders: budget } = BUDGETS
      return {
        rows: [
          { name: 'CPU of one order', value: cpuMs, unit: 'ms', max: budget.cpuMs },
          { name: 'calls of one order', value: calls, unit: 'calls', max: budget.calls },
          { name: 'rounds of one order', value: rounds, unit: 'rounds', max: budget.rounds },
          ...rates.map(({ size, rate }) => ({
            name: `orders placed and paid by ${size} at once`,
            value: rate,
            unit: '/s' as const,
          })),
        ],
        figures: {
          cpuMsPerOrder: cpuMs,
          callsPerOrder: calls,
          roundsPerOrder: rounds,
          ordersPerSecond: Math.max(...rates.map(({ rate }) => rate)),
        },
      }
    } finally {
      await devcloud.close()
    }
  },
}
