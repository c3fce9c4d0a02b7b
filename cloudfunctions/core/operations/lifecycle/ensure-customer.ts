import { lifecycleSettings } from '@core/data/lifecycle/settings'
import type { MemberDocument } from '@core/data/members/documents'
import { type HistoryEntry, historyDocument, memberDocument } from '@core/data/members/members'
import { newCustomer } from '@core/domain/lifecycle/new-customer'
import type { Context } from '@core/operations/context'

/**
 * The caller as stored, created on their first action. The identity is inserted first, so that of
 * two concurrent first actions one creates the customer and the other finds them; what a crash
 * between the two inserts left undone is done by the next action.
 */
export async function ensureCustomer(ctx: Context): Promise<MemberDocument> {
  if (ctx.openid === null) {
    throw new Error('only a caller with a WeChat identity can be a customer')
  }
  const identity = (await ctx.identity()) ?? (await ctx.claimIdentity(newMemberId(ctx)))
  const document = await ctx.db.get('members', identity.memberId)
  return document ?? createCustomer(ctx, identity.memberId)
}

async function createCustomer(ctx: Context, id: string): Promise<MemberDocument> {
  const settings = await lifecycleSettings(ctx)
  const change = newCustomer({ id, channel: 'wechat', at: ctx.now }, settings)
  const document = memberDocument(change.member)
  const entry: HistoryEntry = { _id: `first:${id}`, kind: 'firstContact', at: ctx.now }
  // The customer comes last: once they are there, nothing is missing that nobody would add.
  await ctx.db.addOnce('events', historyDocument(change, entry))
  await ctx.db.addOnce('members', document)
  return (await ctx.db.get('members', id)) ?? document
}

/** Sixteen digits behind an `m`: the id is also the number on the member's card. */
const newMemberId = (ctx: Context): string => {
  const digits = [...ctx.newId()].map((letter) => letter.charCodeAt(0) % 10).join('')
  return `m${digits.slice(0, 16).replace(/^0/, '1')}`
}
