import type { LinesError, QuoteInput, QuoteView } from '../../contract/orders'
import { quote, type Buyer } from '../../domain/pricing'
import { ok, type Result } from '../../domain/result'
import type { MemberDocument } from '../../data/documents'
import type { Context } from '../context'
import { callerDocument } from '../members/customer'
import { findLines } from './lines'
import { openAddress } from './views'

/** What the lines would cost the caller now, and where they would go. Changes nothing. */
export async function quoteOrder(
  ctx: Context,
  { lines }: QuoteInput,
): Promise<Result<QuoteView, LinesError>> {
  const skuIds = lines.map((line) => line.skuId)
  const [member, skus] = await Promise.all([callerDocument(ctx), ctx.db.getMany('skus', skuIds)])
  const found = findLines(lines, skus)
  if (!found.ok) return found
  const priced = quote(found.value, buyerOf(member), ctx.program)
  return ok({
    ...priced,
    lines: found.value,
    address: openAddress(ctx.vault, member?.address),
    isMember: isMember(member),
  })
}

/** Whether this customer has joined. */
export const isMember = (member: MemberDocument | null): boolean =>
  member !== null && member.joinedAt !== null

/** Who the price is for: only a member earns by it. */
export const buyerOf = (member: MemberDocument | null): Buyer =>
  member !== null && member.joinedAt !== null ? { tier: member.tier } : null
