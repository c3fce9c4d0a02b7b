import { APP } from '@core/operations/app'
import { deliverOutbox } from '@core/operations/outbox/deliver-outbox'
import { onTimer } from '@core/runtime/timer'

/** Every minute: delivers the messages of the outbox. */
export const main = onTimer('deliver-messages', APP, deliverOutbox)
