import { NOTIFICATION_KINDS, type NotificationKind } from '@core/domain/notifications/notification'
import * as v from 'valibot'

import type { NoInput } from './primitives'
import { mintedId } from './primitives'

/** Kinds of messages that somebody agreed to get once more, as WeChat's sheet told the phone. */
export const grantInput = v.strictObject({
  /** Minted for one answer of the sheet, so that telling it twice counts once. */
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

/** What a customer may say about messages. */
export type NotificationsContract = {
  'messages.templates': { input: NoInput; output: TemplatesView; error: never }
  'messages.grant': { input: GrantInput; output: { counted: number }; error: never }
}

declare module '@core/contract' {
  interface ShopOperations extends NotificationsContract {}
}
