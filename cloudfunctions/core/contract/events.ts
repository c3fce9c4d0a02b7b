import { REPORTED_EVENTS } from '@core/domain/members/facts'
import { EVENTS_MAX } from '@core/kernel/limits'
import * as v from 'valibot'
import { entityId, instant, mintedId, word } from './primitives'

/** An event recorded by the phone. `at` is the phone's clock, bounded by the server's. */
export const reportedEvent = v.strictObject({
  id: mintedId,
  kind: v.picklist(REPORTED_EVENTS),
  at: instant,
  productId: v.optional(entityId),
  word: v.optional(word),
  /** Of a reading: what was read. */
  articleId: v.optional(entityId),
  /** The code of the member whose card led here. */
  sharer: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{22}$/))),
})
export type ReportedEvent = v.InferOutput<typeof reportedEvent>

/** A batch of events collected by the phone. */
export const recordInput = v.strictObject({
  events: v.pipe(v.array(reportedEvent), v.minLength(1), v.maxLength(EVENTS_MAX)),
})
export type RecordInput = v.InferOutput<typeof recordInput>

/** Operations of customers on events. */
export type EventsContract = {
  /** Records nothing, and reports so, without the caller's consent. */
  'events.record': { input: RecordInput; output: { recorded: number }; error: never }
}

declare module '@core/contract' {
  interface ShopOperations extends EventsContract {}
}
