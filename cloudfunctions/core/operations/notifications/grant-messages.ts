import type { GrantInput, TemplatesView } from '@core/contract/notifications'
import { grantsIn, putGrants } from '@core/data/notifications/grants'
import { addGrants } from '@core/domain/notifications/grants'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { ensureCustomer } from '@core/operations/lifecycle/ensure-customer'

/** The template ids that the phone may ask the customer for, by kind of notification. */
export const showTemplates = async (ctx: Context): Promise<Result<TemplatesView, never>> =>
  ok(await ctx.wechat.templateIds())

/** Records what the caller allowed in WeChat's dialog: one notification per accepted kind. */
export async function grantMessages(
  ctx: Context,
  answer: GrantInput,
): Promise<Result<{ counted: number }, never>> {
  const { _id: memberId } = await ensureCustomer(ctx)
  const counted = await ctx.db.transact(async (transaction) => {
    const before = await grantsIn(transaction, memberId)
    const after = addGrants(before, answer)
    if (after === before) return 0
    await putGrants(transaction, after)
    return answer.accepted.length
  })
  return ok({ counted })
}
