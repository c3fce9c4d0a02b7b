import { products } from '@local/demo/catalog'
import { BUDGETS } from '../../config/budgets'
import { buildPages } from '../../config/pages.build'
import { openShopApp } from '../weapp/shop-app'
import type { Bench } from './row'
import { customer, openShop } from './shop'

const KB = 1024

/** Home lists by `sort`; when its first product is shown, the screen is ready. */
const FIRST_TITLE = [...products].sort((a, b) => a.sort - b.sort)[0]?.title ?? ''

/** From opening the mini program until home no longer changes, on WeChat's own engine. */
export const firstScreen: Bench = {
  name: 'first-screen',
  run: async (say) => {
    await buildPages('weapp', () => say('building dist/weapp …'))
    const devcloud = await openShop()
    try {
      const { who, join } = customer(devcloud, 1)
      await join()
      const app = openShopApp(devcloud, who.openid)
      await app.see(FIRST_TITLE)
      const cost = await app.measure(() => undefined, 'launch')
      app.close()
      const budget = BUDGETS.firstScreen
      return [
        row('cloud calls', [cost.cloudCalls.length, budget.cloudCalls], 'calls'),
        row('setData calls', [cost.setDataCalls, budget.setDataCalls], 'calls'),
        row('setData', [cost.setDataBytes / KB, budget.setDataBytes / KB], 'KB'),
        row('nodes', [cost.nodes, budget.nodes], 'nodes'),
        row('depth', [cost.depth, budget.depth], 'levels'),
      ]
    } finally {
      await devcloud.close()
    }
  },
}

const row = (
  name: string,
  [value, max]: readonly [number, number],
  unit: 'calls' | 'KB' | 'nodes' | 'levels',
) => ({ name: `home ${name}`, value, unit, max })
