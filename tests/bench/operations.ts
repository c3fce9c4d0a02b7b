import { callShop } from '@local/demo/call'
import { products } from '@local/demo/catalog'
import { BUDGETS } from '../../config/budgets'
import type { Bench, Row } from './row'
import { customer, openShop } from './shop'

/** Enough calls to distinguish a first, cold call from the others. */
const TIMES = 5

const BUDGET_OF: Record<string, { calls?: number; rounds?: number }> = BUDGETS.operations

/** What each operation costs the database, counted by the function itself. */
export const operations: Bench = {
  name: 'operations',
  run: async () => {
    const devcloud = await openShop({ environment: { MEASURE_ROUNDS: '1' } })
    try {
      const one = customer(devcloud, 1)
      await one.join()
      for (const { skuId } of one.lines) {
        await callShop(one.who, 'cart.change', { change: 'add', skuId, quantity: 1 })
      }
      devcloud.metrics.clear()
      const [product] = products
      for (let n = 0; n < TIMES; n += 1) {
        await callShop(one.who, 'home.show', {})
        await callShop(one.who, 'catalog.product', { productId: product?.id ?? '' })
        await callShop(one.who, 'catalog.search', { word: '茶' })
        await callShop(one.who, 'cart.show', {})
        await one.pay(await one.place())
        await callShop(one.who, 'orders.list', {})
        await callShop(one.who, 'members.me', {})
      }
      return devcloud.metrics.report().operations.flatMap(rowsOf)
    } finally {
      await devcloud.close()
    }
  },
}

type Cost = {
  operation: string
  databaseCalls: { max: number }
  databaseRounds: { max: number }
  ms: { median: number }
}

const rowsOf = ({ operation, databaseCalls, databaseRounds, ms }: Cost): Row[] => {
  const budget = BUDGET_OF[operation] ?? {}
  return [
    { name: `${operation} calls`, value: databaseCalls.max, unit: 'calls', max: budget.calls },
    { name: `${operation} rounds`, value: databaseRounds.max, unit: 'rounds', max: budget.rounds },
    { name: `${operation} time`, value: ms.median, unit: 'ms' },
  ]
}
