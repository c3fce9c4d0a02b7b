import type { MemberDocument } from '@core/data/members/documents'
import type { Transaction } from '@core/data/transaction'
import type { Context } from '@core/operations/context'

/** The caller's member id; `null` for a caller who has done nothing here yet. */
export const callerId = async (ctx: Context): Promise<string | null> =>
  (await ctx.identity())?.memberId ?? null

/** The caller as stored; `null` for a caller who has done nothing here yet. */
export async function findCaller(ctx: Context): Promise<MemberDocument | null> {
  const memberId = await callerId(ctx)
  return memberId === null ? null : ctx.db.get('members', memberId)
}

/** A customer's document inside a transaction; throws when there is none. */
export async function memberIn(
  transaction: Transaction,
  memberId: string,
): Promise<MemberDocument> {
  const document = await transaction.get('members', memberId)
  if (document === null) throw new Error(`member ${memberId} is missing`)
  return document
}
