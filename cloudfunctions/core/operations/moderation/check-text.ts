import type { TextRefused } from '@core/contract/moderation'
import type { TextVerdict } from '@core/domain/moderation/text-verdict'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'

/** Checks public text with WeChat; risky text is refused, an empty one passes. */
export async function checkText(
  ctx: Context,
  text: string,
): Promise<Result<TextVerdict, TextRefused>> {
  if (text === '') return ok('pass')
  const verdict = await ctx.wechat.checkText(text, ctx.openid ?? '', 'comment')
  return verdict === 'risky' ? fail({ code: 'TEXT_REFUSED', field: 'text' }) : ok(verdict)
}
