import type { Result } from '../../domain/result'
import type { Context } from '../context'
import type { NoticeRefusal, SignedRequest } from '../ports'
import { settlePayment, type SettleError, type Settlement } from './settle-payment'

/** A notice came in: verify it, open it, and book the payment it tells of. */
export async function receiveNotice(
  ctx: Context,
  request: SignedRequest,
): Promise<Result<Settlement, NoticeRefusal | SettleError>> {
  const notice = ctx.payment.readNotice(request, ctx.now)
  return notice.ok ? settlePayment(ctx, notice.value) : notice
}
