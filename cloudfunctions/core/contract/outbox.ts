import * as v from 'valibot'
import type { NotFound } from './errors'
import type { Page } from './primitives'
import { cursor } from './primitives'

/** Failed or waiting messages. */
export const outboxListInput = v.strictObject({ state: v.picklist(['failed', 'due']), cursor })
export type OutboxListInput = v.InferOutput<typeof outboxListInput>

/** One message, by id. */
export const outboxInput = v.strictObject({
  /** Derived from its cause, so it may contain several ids. */
  id: v.pipe(v.string(), v.regex(/^[\w:~+-]{1,200}$/)),
})
export type OutboxInput = v.InferOutput<typeof outboxInput>

/** A message as the staff see it, with the reason of its last failure. */
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

/** Operations of the staff on the outbox. */
export type OutboxAdminContract = {
  'outbox.list': { input: OutboxListInput; output: Page<OutboxRow>; error: never }
  'outbox.retry': { input: OutboxInput; output: { id: string }; error: NotFound }
}

declare module '@core/contract' {
  interface AdminOperations extends OutboxAdminContract {}
}
