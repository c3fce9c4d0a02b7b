import type { Devcloud } from '@local/devcloud-types'
import type { MetricsReport } from '@local/metrics'
import { BUDGETS } from '../../config/budgets'
import { environmentBytes } from './environment'
import type { Bench } from './row'
import { openShop } from './shop'

/** The timers' shortest step: moved by it, the clock fires each at its own time. */
const STEP_MINUTES = 5
const STEPS_A_DAY = (24 * 60) / STEP_MINUTES
const DAYS_A_MONTH = 30

/** Lets a day pass; answers how many functions the timers called. */
const passDay = async (devcloud: Devcloud): Promise<number> => {
  let fired = 0
  for (let step = 0; step < STEPS_A_DAY; step += 1) {
    fired += (await devcloud.clock.advance({ minutes: STEP_MINUTES })).length
  }
  return fired
}

const databaseCalls = ({ gateway }: MetricsReport): number =>
  gateway
    .filter(({ action }) => action.startsWith('database.'))
    .reduce((sum, { calls }) => sum + calls, 0)

/**
 * What a shop with a catalogue and no customer costs a month: every call of a function by a timer,
 * and every call to the database. A day is counted after one that lets the opening settle. And the
 * largest environment of a function, which the service limits as well.
 */
export const idle: Bench = {
  name: 'idle',
  run: async () => {
    const devcloud = await openShop({ clock: { frozen: true } })
    try {
      await passDay(devcloud)
      devcloud.metrics.clear()
      const fired = await passDay(devcloud)
      const bytes = environmentBytes()
      const calls = DAYS_A_MONTH * (fired + databaseCalls(devcloud.metrics.report()))
      return {
        rows: [
          {
            name: 'calls of a month without customers',
            value: calls,
            unit: 'calls',
            max: BUDGETS.idle.callsPerMonth,
          },
          {
            name: 'environment of a function',
            value: bytes / 1024,
            unit: 'KB',
            max: BUDGETS.functions.environmentBytes / 1024,
          },
        ],
        figures: { idleCallsPerMonth: calls, environmentBytes: bytes },
      }
    } finally {
      await devcloud.close()
    }
  },
}
