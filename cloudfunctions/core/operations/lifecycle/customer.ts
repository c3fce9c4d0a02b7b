import { lifecycleSettings } from '@core/data/lifecycle/settings'
import type { MemberDocument } from '@core/data/members/documents'
import {
  type HistoryEntry,
  historyDocument,
  identityId,
  memberDocument,
  memberIdOf,
  saveChange,
  toMember,
} from '@core/data/members/members'
import type { Transaction } from '@core/data/transaction'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { applyEvent, type Member, type MemberEvent, newCustomer } from '@core/domain/members/member'
import type { Context } from '@core/operations/context'

/** The caller's member id; `null` for somebody who has done nothing here yet. */
export const callerId = (ctx: Context): Promise<string | null> =>
  ctx.openid === null ? Promise.resolve(null) : memberIdOf(ctx.db, ctx.openid)

/** The caller as stored; `null` for somebody who has done nothing here yet. */
export async function callerDocument(ctx: Context): Promise<MemberDocument | null> {
  const memberId = await callerId(ctx)
  return memberId === null ? null : ctx.db.get('members', memberId)
}

/** What reviews need: the programme and the shop's rhythm. */
export const lifecycleSettingsOf = (ctx: Context): Promise<LifecycleSettings> =>
  lifecycleSettings(ctx.db, ctx.program)

/**
 * The caller as stored, made known on their first act. The identity is inserted first, so that of
 * two first acts at once one makes the customer and the other finds them; what a crash between
 * the two inserts left undone is done by the next act.
 */
export async function ensureCustomer(ctx: Context): Promise<MemberDocument> {
  const openid = ctx.openid
  if (openid === null) throw new Error('only a caller with a WeChat identity can become known')
  const memberId = (await memberIdOf(ctx.db, openid)) ?? (await claimIdentity(ctx, openid))
  const document = await ctx.db.get('members', memberId)
  return document ?? createCustomer(ctx, memberId)
}

async function claimIdentity(ctx: Context, openid: string): Promise<string> {
  const memberId = newMemberId(ctx)
  const identity = { _id: identityId(openid), memberId, at: ctx.now }
  if (await ctx.db.addOnce('identities', identity)) return memberId
  const other = await memberIdOf(ctx.db, openid)
  if (other === null) throw new Error('an identity came and went')
  return other
}

async function createCustomer(ctx: Context, id: string): Promise<MemberDocument> {
  const settings = await lifecycleSettingsOf(ctx)
  const change = newCustomer({ id, channel: 'wechat', at: ctx.now }, settings)
  const document = memberDocument(change.member)
  await ctx.db.addOnce('members', document)
  const happening: HistoryEntry = { _id: `first:${id}`, kind: 'firstContact', at: ctx.now }
  await ctx.db.addOnce('events', historyDocument(change, happening))
  return (await ctx.db.get('members', id)) ?? document
}

/** Sixteen digits behind an `m`: the id is also the number on the member's card. */
const newMemberId = (ctx: Context): string => {
  const digits = [...ctx.newId()].map((letter) => letter.charCodeAt(0) % 10).join('')
  return `m${digits.slice(0, 16).replace(/^0/, '1')}`
}

/** A customer's document inside a transaction; callers know that it is there. */
export async function memberIn(
  transaction: Transaction,
  memberId: string,
): Promise<MemberDocument> {
  const document = await transaction.get('members', memberId)
  if (document === null) throw new Error(`member ${memberId} is missing`)
  return document
}

/** Something a customer lives through: the event for their facts and the line of their history. */
export type MemberEventRecord = {
  memberId: string
  event: MemberEvent
  entry: Omit<HistoryEntry, 'at'>
  settings: LifecycleSettings
  /** Sealed fields to be stored with it. */
  extras?: Pick<MemberDocument, 'address' | 'phoneHash'>
}

/** Lets a customer live through an event inside a transaction; answers them as they are then. */
export async function recordMemberEvent(
  transaction: Transaction,
  { memberId, event, entry: happening, settings, extras = {} }: MemberEventRecord,
): Promise<Member> {
  const before = await memberIn(transaction, memberId)
  const change = applyEvent(toMember(before), event, settings)
  const line = { ...happening, at: event.at }
  await saveChange(transaction, before, { change, happening: line, extras })
  return change.member
}
