import type { Consent, JoinInput, MeView, UpdateInput } from '@core/contract/account'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import type { MemberDocument } from '@core/data/members/documents'
import { changedMemberDocument, saveChange, toMember } from '@core/data/members/members'
import type { Transaction } from '@core/data/transaction'
import type { ConsentGiven } from '@core/domain/members/consent'
import { join, type Member, updateLifecycle } from '@core/domain/members/member'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { ensureCustomer, memberIn } from '@core/operations/lifecycle/customer'
import { pageOfMember } from './show-me'

/**
 * The caller becomes a member, in one tap: the consent, the card and the (empty) points account
 * begin together. Joining twice changes nothing.
 */
export async function joinMembers(
  ctx: Context,
  { consent, nickname = '' }: JoinInput,
): Promise<Result<MeView, { code: 'CONSENT_NEEDED' }>> {
  if (!consent.purposes.includes('membership')) return fail({ code: 'CONSENT_NEEDED' })
  const { _id } = await ensureCustomer(ctx)
  const settings = await lifecycleSettings(ctx.db, ctx.program)
  const member = await ctx.db.transact(async (transaction) => {
    const before = await memberIn(transaction, _id)
    if (before.joinedAt !== null) return before
    const given = { ...consent, at: ctx.now }
    await addConsent(transaction, _id, given)
    const joined = join({ ...toMember(before), consent: given }, { nickname, at: ctx.now })
    const change = updateLifecycle(joined, ctx.now, settings)
    await saveChange(transaction, before, {
      change,
      happening: { _id: `join:${_id}`, kind: 'join', at: ctx.now },
    })
    return changedMemberDocument(before, change.member)
  })
  return ok(await pageOfMember(ctx, member))
}

/** Gives or takes back consent: the new one replaces the old, which stays in the ledger. */
export async function recordConsent(
  ctx: Context,
  consent: Consent,
): Promise<Result<Consent, never>> {
  const { _id } = await ensureCustomer(ctx)
  const given = { ...consent, at: ctx.now }
  await ctx.db.transact(async (transaction) => {
    const before = await memberIn(transaction, _id)
    await addConsent(transaction, _id, given)
    await putMember(transaction, before, { ...toMember(before), consent: given })
  })
  return ok(consent)
}

/** The member's own words about themselves; only what is given changes. */
export async function updateMember(
  ctx: Context,
  input: UpdateInput,
): Promise<Result<MeView, { code: 'NOT_A_MEMBER' } | { code: 'TEXT_REFUSED'; field: 'nickname' }>> {
  const { nickname } = input
  if (nickname && !(await ctx.wechat.isTextAllowed(nickname, ctx.openid ?? ''))) {
    return fail({ code: 'TEXT_REFUSED', field: 'nickname' })
  }
  const { _id } = await ensureCustomer(ctx)
  const member = await ctx.db.transact(async (transaction) => {
    const before = await memberIn(transaction, _id)
    if (before.joinedAt === null) return null
    return putMember(transaction, before, { ...toMember(before), ...input })
  })
  return member ? ok(await pageOfMember(ctx, member)) : fail({ code: 'NOT_A_MEMBER' })
}

const addConsent = (transaction: Transaction, memberId: string, given: ConsentGiven) =>
  transaction.put('consents', { _id: `${memberId}:${given.at}`, memberId, ...given })

async function putMember(
  transaction: Transaction,
  before: MemberDocument,
  member: Member,
): Promise<MemberDocument> {
  const document = changedMemberDocument(before, member)
  await transaction.put('members', document)
  return document
}
