import type {
  AccountContract,
  Consent,
  JoinInput,
  MeView,
  NicknameRefused,
  UpdateInput,
} from '@core/contract/account'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import { consentOf, isMember } from '@core/data/members/member-section'
import type { Transaction } from '@core/data/transaction'
import { type ConsentGiven, isSameConsent } from '@core/domain/members/consent'
import { isBirthday, join, withConsent } from '@core/domain/members/member'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { ensureCustomer } from '@core/operations/lifecycle/ensure-customer'
import { recordProfile, recordReview } from '@core/operations/lifecycle/record-event'
import { memberIn } from '@core/operations/members/find-caller'
import { pageOfMember } from './show-me'

/**
 * The caller becomes a member, in one tap: the consent, the card and the (empty) points account
 * begin together. Joining twice changes nothing.
 */
export async function joinMembers(
  ctx: Context,
  { consent, nickname = '' }: JoinInput,
): Promise<Result<MeView, { code: 'CONSENT_NEEDED' } | NicknameRefused>> {
  if (!consent.purposes.includes('membership')) return fail({ code: 'CONSENT_NEEDED' })
  const { _id } = await ensureCustomer(ctx)
  if (!(await isNicknameAllowed(ctx, nickname))) return fail(NICKNAME_REFUSED)
  const settings = await lifecycleSettings(ctx)
  const member = await ctx.db.transact(async (transaction) => {
    const before = await memberIn(transaction, _id)
    if (isMember(before)) return before
    const given = { ...consent, at: ctx.now }
    await addConsent(transaction, _id, given)
    return recordReview(transaction, {
      member: before,
      at: ctx.now,
      effect: (one) => join(withConsent(one, given), { nickname, at: ctx.now }),
      entry: { _id: `join:${_id}`, kind: 'join' },
      settings,
    })
  })
  return ok(await pageOfMember(ctx, member))
}

/**
 * Gives or takes back consent: the new one replaces the old, which stays in the ledger. The one in
 * force given again changes nothing.
 */
export async function recordConsent(
  ctx: Context,
  consent: Consent,
): Promise<Result<Consent, never>> {
  const { _id } = await ensureCustomer(ctx)
  const given = { ...consent, at: ctx.now }
  await ctx.db.transact(async (transaction) => {
    const before = await memberIn(transaction, _id)
    if (isSameConsent(consentOf(before), consent)) return
    await addConsent(transaction, _id, given)
    await recordProfile(transaction, before, (member) => withConsent(member, given))
  })
  return ok(consent)
}

/** The member's own words about themselves; only what is given changes. */
export async function updateMember(
  ctx: Context,
  input: UpdateInput,
): Promise<Result<MeView, AccountContract['members.update']['error']>> {
  const { birthday } = input
  if (birthday !== undefined && !isBirthday(birthday, ctx.today)) {
    return fail({ code: 'BIRTHDAY_REFUSED', field: 'birthday' })
  }
  const { _id } = await ensureCustomer(ctx)
  if (!(await isNicknameAllowed(ctx, input.nickname))) return fail(NICKNAME_REFUSED)
  const member = await ctx.db.transact(async (transaction) => {
    const before = await memberIn(transaction, _id)
    if (!isMember(before)) return null
    return recordProfile(transaction, before, (one) => ({ ...one, ...input }))
  })
  return member ? ok(await pageOfMember(ctx, member)) : fail({ code: 'NOT_A_MEMBER' })
}

const NICKNAME_REFUSED: NicknameRefused = { code: 'TEXT_REFUSED', field: 'nickname' }

/** WeChat's verdict on a name that others will read; none is always allowed. */
const isNicknameAllowed = async (ctx: Context, nickname: string | undefined): Promise<boolean> =>
  !nickname || (await ctx.wechat.isTextAllowed(nickname, ctx.openid ?? ''))

const addConsent = (transaction: Transaction, memberId: string, given: ConsentGiven) =>
  transaction.put('consents', { _id: `${memberId}:${given.at}`, memberId, ...given })
