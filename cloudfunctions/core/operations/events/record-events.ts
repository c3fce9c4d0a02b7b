import type { RecordInput, ReportedEvent } from '@core/contract/events'
import { isDuplicate } from '@core/data/failures'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import { consentOf } from '@core/data/members/member-section'
import { allowsProfiling } from '@core/domain/members/consent'
import { DAY_MS } from '@core/kernel/calendar'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { recordMemberEvents } from '@core/operations/lifecycle/record-event'
import { findCaller, memberIn } from '@core/operations/members/find-caller'
import { withReadings } from './readings'

/** How old a reported event may be: a phone that was offline over night still counts. */
const AGE_MAX_MS = DAY_MS

/**
 * Records the events that the phone reports. Nothing is stored for a caller who has not consented,
 * and an event sent twice is one event.
 */
export async function recordEvents(
  ctx: Context,
  input: RecordInput,
): Promise<Result<{ recorded: number }, never>> {
  try {
    return await record(ctx, input)
  } catch (error) {
    // The same report was sent twice concurrently and the other was first: now it can be read.
    if (isDuplicate(error)) return record(ctx, input)
    throw error
  }
}

async function record(
  ctx: Context,
  { events }: RecordInput,
): Promise<Result<{ recorded: number }, never>> {
  const [caller, settings] = await Promise.all([findCaller(ctx), lifecycleSettings(ctx)])
  if (!caller || !allowsProfiling(consentOf(caller))) return ok({ recorded: 0 })
  const reported = events.flatMap((event) => attributed(ctx, bounded(event, caller._id, ctx)))
  const known = await ctx.db.getMany(
    'events',
    reported.map((event) => event.id),
  )
  const seen = new Set(known.map((event) => event._id))
  const unseen = uniqueById(reported.filter((event) => !seen.has(event.id)))
  const fresh = await withReadings(ctx, unseen)
  if (fresh.length === 0) return ok({ recorded: 0 })
  const recorded = await ctx.db.transact(async (transaction) => {
    const before = await memberIn(transaction, caller._id)
    // Consent may have been withdrawn since it was read, and that takes effect immediately.
    if (!allowsProfiling(consentOf(before))) return 0
    const events = fresh.map(({ id, at, ...entry }) => ({
      event: { kind: entry.kind, at },
      entry: { _id: id, ...entry },
    }))
    await recordMemberEvents(transaction, { member: before, events, settings })
    return fresh.length
  })
  return ok({ recorded })
}

/** The phone's clock is believed within bounds; its ids are kept apart from other members'. */
const bounded = (event: ReportedEvent, memberId: string, { now }: Context): ReportedEvent => ({
  ...event,
  id: `${memberId}:${event.id}`,
  at: Math.min(Math.max(event.at, now - AGE_MAX_MS), now),
})

/** An event with the member behind the card it came by. */
type AttributedEvent = Omit<ReportedEvent, 'sharer'> & { sharerId?: string; tags?: string[] }

/** An arrival counts only through another member's card; an unknown code is ignored. */
function attributed(ctx: Context, { sharer, ...event }: ReportedEvent): AttributedEvent[] {
  if (event.kind !== 'arrive') return [event]
  const sharerId = ctx.vault.memberOfCode(sharer ?? '')
  const isOwn = event.id.startsWith(`${sharerId}:`)
  return sharerId === null || isOwn ? [] : [{ ...event, sharerId }]
}

const uniqueById = (events: AttributedEvent[]): AttributedEvent[] =>
  [...new Map(events.map((event) => [event.id, event])).values()].sort((a, b) => a.at - b.at)
