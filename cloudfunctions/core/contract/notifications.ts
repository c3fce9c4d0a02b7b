import { NOTIFICATION_KINDS, type NotificationKind } from '@core/domain/notifications/notification'
import * as v from 'valibot'
import type { NoInput } from './catalog'
import type { NotFound } from './errors'
import { cursor, mintedId, type Page } from './primitives'

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

/** Messages that were given up, or those that still wait. */
export const outboxListInput = v.strictObject({ state: v.picklist(['failed', 'due']), cursor })
export type OutboxListInput = v.InferOutput<typeof outboxListInput>

/** One message, by id. */
export const outboxInput = v.strictObject({
  /** Made of its cause, so it may hold several ids. */
  id: v.pipe(v.string(), v.regex(/^[\w:~+-]{1,200}$/)),
})
export type OutboxInput = v.InferOutput<typeof outboxInput>

/** A message as the staff see it: what it is about, and why it did not go out. */
export type OutboxRow = {
  id: string
  /** The kind, and of a notice its template: `notice:shipped`. */
  kind: string
  state: 'due' | 'failed'
  orderId: string | null
  tries: number
  postedAt: number
  dueAt: number
  reason: string
}

/** What a customer may say about messages. */
export type MessagesContract = {
  'messages.templates': { input: NoInput; output: TemplatesView; error: never }
  'messages.grant': { input: GrantInput; output: { counted: number }; error: never }
}

/** What the staff may do about messages that did not go out. */
export type MessagesAdminContract = {
  'outbox.list': { input: OutboxListInput; output: Page<OutboxRow>; error: never }
  'outbox.retry': { input: OutboxInput; output: { id: string }; error: NotFound }
}
