import { noInput } from '@core/contract/primitives'
import {
  type RemindersAdminContract,
  type RemindersContract,
  reminderListInput,
  subjectInput,
  waitingInput,
} from '@core/contract/reminders'
import { REMINDERS_COLLECTIONS } from '@core/data/reminders/collections'
import { type Area, shopOperations, staffOperations } from '@core/operations/area'
import { remindLaunches } from './remind-launches'
import { remindRestocked } from './remind-restocked'
import { cancelReminder, setReminder } from './set-reminder'
import { countCustomersWaiting, listReminders, readReminders } from './show-reminders'

export const remindersArea: Area = {
  name: 'reminders',
  shop: shopOperations<RemindersContract>({
    'reminders.set': { input: subjectInput, run: setReminder },
    'reminders.cancel': { input: subjectInput, run: cancelReminder },
    'reminders.list': { input: reminderListInput, run: listReminders },
    'reminders.read': { input: noInput, run: readReminders },
  }),
  admin: staffOperations<RemindersAdminContract>({
    'reminders.waiting': {
      input: waitingInput,
      run: countCustomersWaiting,
      roles: ['shipping'],
    },
  }),
  collections: REMINDERS_COLLECTIONS,
  due: [{ collection: 'reminders', path: 'dueAt' }],
  sweep: { remindLaunches, remindRestocked },
}
