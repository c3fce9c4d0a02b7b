import type { TimersDocument } from '@core/data/timers/documents'
import { hasNothingToDo } from '@core/data/timers/rest'
import type { Store } from './database/store'

/** Whether a function's timer has noted in the shop that it has nothing to do at an instant. */
export const idleTimers =
  (store: Store) =>
  (functionName: string, at: number): boolean => {
    const [found] = store.find('timers', { condition: {}, limit: 1 })
    const timers = (found?.document ?? null) as unknown as TimersDocument | null
    return hasNothingToDo(timers, functionName, at)
  }
