import { APP } from '@core/operations/app'
import { deliverOutbox } from '@core/operations/outbox/deliver-outbox'
import { onTimer } from '@core/runtime/timer'

/** Every minute: tells the world outside what the outbox holds. */
export const main = onTimer('deliver-messages', APP, deliverOutbox)
