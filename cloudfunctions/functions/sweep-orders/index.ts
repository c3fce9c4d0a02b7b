import { APP } from '@core/operations/app'
import { whenDue } from '@core/operations/timers/when-due'
import { onTimer } from '@core/runtime/timer'

/** Every few minutes: every area finishes or repairs what is due. */
export const main = onTimer(
  'sweep-orders',
  APP,
  whenDue({ name: 'sweep-orders', due: APP.due }, APP.sweep),
)
