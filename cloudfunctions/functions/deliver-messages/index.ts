import { APP } from '@core/operations/app'
import { deliverOutbox, OUTBOX_DUE } from '@core/operations/outbox/deliver-outbox'
import { whenDue } from '@core/operations/timers/when-due'
import { onTimer } from '@core/runtime/timer'

/**
 * Every few minutes: delivers the messages of the outbox that could not be delivered when they were
 * posted.
 */
export const main = onTimer(
  'deliver-messages',
  APP,
  whenDue({ name: 'deliver-messages', due: [OUTBOX_DUE] }, deliverOutbox),
)
