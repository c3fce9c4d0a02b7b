import { DESK_APPID } from '@local/secrets'
import { resolve } from 'node:path'
import { BUDGETS } from '../../config/budgets'
import { buildPages } from '../../config/pages.build'
import { openMiniProgram } from '../weapp/harness'
import { measured } from '../weapp/harness/measured'
import type { Bench } from './row'
import { customer, openShop } from './shop'

const KB = 1024

/** From opening the mini program until home stands still, on WeChat's own engine. */
export const firstScreen: Bench = {
  name: 'first-screen',
  run: async (say) => {
    await buildPages('weapp', () => say('building dist/weapp …'))
    const desk = await openShop()
    try {
      const { who, join } = customer(desk, 1)
      await join()
      const app = openMiniProgram({
        dist: resolve(__dirname, '../../dist/weapp'),
        cloud: { call: (name, data, openid) => desk.invoke(name, data, openid), pay: unpaid },
        person: { openid: who.openid, appid: DESK_APPID },
      })
      await app.idle()
      const cost = measured(app.run, { crossings: 0, calls: 0 })
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
      await desk.close()
    }
  },
}

const unpaid = () => Promise.reject(new Error('nobody pays on the first screen'))

const row = (
  name: string,
  [value, max]: readonly [number, number],
  unit: 'calls' | 'KB' | 'nodes' | 'levels',
) => ({ name: `home ${name}`, value, unit, max })
