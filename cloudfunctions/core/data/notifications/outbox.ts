import type { OutboxEntry } from '@core/data/outbox/outbox'
import type { Notification } from '@core/domain/notifications/notification'

/** Sends a member a notification; the same cause is notified once. */
export const notificationMessage = (notification: Notification): OutboxEntry => ({
  id: `notice:${notification.template}:${notification.cause}`,
  message: { kind: 'notice', ...notification },
})

declare module '@core/data/outbox/outbox' {
  interface OutboxPayloads {
    notice: Notification
  }
}
