import { onTimer } from '@core/runtime/timer'
import { APP } from '../../wishes/app'

export const main = onTimer('sweep-orders', APP, APP.sweep)
