import type { ContactChange, MemberDocument } from '@core/data/members/documents'
import {
  changedMemberDocument,
  type HistoryEntry,
  historyDocument,
  toMember,
} from '@core/data/members/members'
import type { Transaction } from '@core/data/transaction'
import {
  applyAdjustment,
  applyEvent,
  type MemberEffect,
  type MemberEvent,
} from '@core/domain/lifecycle/apply-event'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { updateLifecycle } from '@core/domain/lifecycle/update-lifecycle'
import type { Member, MemberChange } from '@core/domain/members/member'
import type { Instant } from '@core/kernel/calendar'
import { memberIn } from '@core/operations/members/find-caller'

/**
 * The one place that changes a stored member. Every function here works inside a transaction,
 * writes the member once and the history beside them, and returns the member as written.
 */

/** Whose change: their id, or the document as this transaction has read it. */
type Whose = { member: string | MemberDocument; settings: LifecycleSettings }

/** A line of history without the moment, which is the change's. */
type Entry = Omit<HistoryEntry, 'at'>

/** An event for the member's facts and the line of their history. */
type EventAndEntry = { event: MemberEvent; entry: Entry }

/** Records an event: something the customer did. `contact` is stored with it. */
export const recordMemberEvent = (
  transaction: Transaction,
  { event, entry, ...rest }: Whose & EventAndEntry & { contact?: ContactChange },
): Promise<MemberDocument> =>
  recordMemberEvents(transaction, { ...rest, events: [{ event, entry }] })

/** Records several events, oldest first, with one write of the member. */
export async function recordMemberEvents(
  transaction: Transaction,
  {
    member: whose,
    events,
    settings,
    contact,
  }: Whose & { events: readonly EventAndEntry[]; contact?: ContactChange },
): Promise<MemberDocument> {
  const before = await documentOf(transaction, whose)
  let member = toMember(before)
  const entries: RecordedEntry[] = []
  for (const { event, entry } of events) {
    const change = applyEvent(member, event, settings)
    member = change.member
    entries.push({ change, entry: { ...entry, at: event.at } })
  }
  return write(transaction, before, { member, entries, contact })
}

/** What the shop did to a customer, or what time does. Without an entry no history is written. */
type Adjustment = Whose & { at: Instant; effect?: MemberEffect; entry?: Entry }

/** Records something the shop did that is no act of the customer's: a refund. */
export async function recordAdjustment(
  transaction: Transaction,
  { member: whose, at, effect = unchanged, entry, settings }: Adjustment,
): Promise<MemberDocument> {
  const before = await documentOf(transaction, whose)
  const change = applyAdjustment(toMember(before), { at, effect }, settings)
  return write(transaction, before, recorded(change, entry, at))
}

/**
 * Reviews a member: `effect` is applied first, then the lifecycle is worked out once as of `at`.
 * Unlike an adjustment nothing is made of the time before, so facts that were learned late (an
 * import) are judged as if they had been known all along.
 */
export async function recordReview(
  transaction: Transaction,
  { member: whose, at, effect = unchanged, entry, settings }: Adjustment,
): Promise<MemberDocument> {
  const before = await documentOf(transaction, whose)
  const change = updateLifecycle(effect(toMember(before)), at, settings)
  return write(transaction, before, recorded(change, entry, at))
}

/** Changes what the lifecycle does not depend on: consent and profile. */
export async function recordProfile(
  transaction: Transaction,
  whose: string | MemberDocument,
  effect: MemberEffect,
): Promise<MemberDocument> {
  const before = await documentOf(transaction, whose)
  return write(transaction, before, { member: effect(toMember(before)), entries: [] })
}

/** Changes how a customer is reached. */
export async function recordContact(
  transaction: Transaction,
  before: MemberDocument,
  contact: ContactChange,
): Promise<MemberDocument> {
  return write(transaction, before, { member: toMember(before), entries: [], contact })
}

const unchanged: MemberEffect = (member) => member

type RecordedEntry = { change: MemberChange; entry: HistoryEntry }

const recorded = (change: MemberChange, entry: Entry | undefined, at: Instant) => ({
  member: change.member,
  entries: entry ? [{ change, entry: { ...entry, at } }] : [],
})

const documentOf = (transaction: Transaction, whose: string | MemberDocument) =>
  typeof whose === 'string' ? memberIn(transaction, whose) : Promise.resolve(whose)

async function write(
  transaction: Transaction,
  before: MemberDocument,
  {
    member,
    entries,
    contact,
  }: { member: Member; entries: readonly RecordedEntry[]; contact?: ContactChange },
): Promise<MemberDocument> {
  const document = changedMemberDocument(before, member, contact)
  await transaction.put('members', document)
  for (const { change, entry } of entries) {
    await transaction.add('events', historyDocument(change, entry))
  }
  return document
}
