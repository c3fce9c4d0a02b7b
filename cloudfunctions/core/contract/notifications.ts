import { NOTIFICATION_KINDS, type NotificationKind } from '@core/domain/notifications/notification'
import * as v from 'valibot'

import type { NoInput } from './primitives'
import { mintedId } from './primitives'

/** Kinds of notifications that the customer accepted once more in WeChat's dialog. */
export const grantInput = v.strictObject({
  /** Identifies one answer of the dialog, so that a repeated call counts once. */
  grantId: mintedId,
  accepted: v.pipe(
    v.array(v.picklist(NOTIFICATION_KINDS)),
    v.minLength(1),
    v.maxLength(NOTIFICATION_KINDS.length),
    v.check((all) => new Set(all).size === all.length, 'a kind twice'),
  ),
})
export type GrantInput = v.InferOutput<typeof grantInput>

/** The template id of every kind that the merchant has set up. */
export type TemplatesView = Partial<Record<NotificationKind, string>>

/** Operations of customers on notifications. */
export type NotificationsContract = {
  'messages.templates': { input: NoInput; output: TemplatesView; error: never }
  'messages.grant': { input: GrantInput; output: { counted: number }; error: never }
}

declare module '@core/contract' {
  interface ShopOperations extends NotificationsContract {}
}
