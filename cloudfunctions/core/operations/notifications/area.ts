import { grantInput, type NotificationsContract } from '@core/contract/notifications'
import { noInput } from '@core/contract/primitives'
import { NOTIFICATIONS_COLLECTIONS } from '@core/data/notifications/collections'
import { type Area, shopOperations } from '@core/operations/area'
import { deliverNotification } from './deliver-notification'
import { grantMessages, showTemplates } from './grant-messages'

export const notificationsArea: Area = {
  name: 'notifications',
  shop: shopOperations<NotificationsContract>({
    'messages.templates': { input: noInput, run: showTemplates },
    'messages.grant': { input: grantInput, run: grantMessages },
  }),
  collections: NOTIFICATIONS_COLLECTIONS,
  outbox: {
    notice: deliverNotification,
  },
}
