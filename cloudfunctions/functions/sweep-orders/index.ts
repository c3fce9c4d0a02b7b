import { APP } from '@core/operations/app'
import { onTimer } from '@core/runtime/timer'

/** Every few minutes: every area finishes or repairs what is due. */
export const main = onTimer('sweep-orders', APP, APP.sweep)
