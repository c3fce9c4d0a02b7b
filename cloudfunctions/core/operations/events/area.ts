import { type EventsContract, recordInput } from '@core/contract/events'
import { type Area, shopOperations } from '@core/operations/area'
import { recordEvents } from './record-events'

export const eventsArea: Area = {
  name: 'events',
  shop: shopOperations<EventsContract>({
    'events.record': { input: recordInput, run: recordEvents },
  }),
}
