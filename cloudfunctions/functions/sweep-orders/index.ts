import { sweepOrders } from '@core/operations/orders/sweep-orders'
import { onTimer } from '@core/runtime/timer'

/** Every few minutes: closes, confirms and mends what is due. */
export const main = onTimer('sweep-orders', sweepOrders)
