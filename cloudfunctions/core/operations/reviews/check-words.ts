import type { TextRefused } from '../../contract/reviews'
import { fail, ok, type Result } from '../../domain/result'
import type { TextVerdict } from '../../domain/review'
import type { Context } from '../context'

/** What WeChat says of words that others will read; risky ones are refused. No words pass. */
export async function checkWords(
  ctx: Context,
  text: string,
): Promise<Result<TextVerdict, TextRefused>> {
  if (text === '') return ok('pass')
  const verdict = await ctx.wechat.checkText(text, ctx.openid ?? '', 'comment')
  return verdict === 'risky' ? fail({ code: 'TEXT_REFUSED', field: 'text' }) : ok(verdict)
}
