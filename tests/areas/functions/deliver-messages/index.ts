import { deliverOutbox } from '@core/operations/outbox/deliver-outbox'
import { onTimer } from '@core/runtime/timer'
import { APP } from '../../wishes/app'

export const main = onTimer('deliver-messages', APP, deliverOutbox)
