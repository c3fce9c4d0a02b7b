import type { CallError } from '@core/contract'
import type { NetworkError, NotFound } from '@core/contract/errors'
import type { TextRefused } from '@core/contract/moderation'
import type { OpenTicketError } from '@core/contract/service'
import type { TicketRefusal } from '@core/domain/service/ticket'
import { failureLine } from '@/copy/failures'

type TicketFailure =
  | OpenTicketError
  | TicketRefusal
  | TextRefused
  | NotFound
  | CallError
  | NetworkError

/** Why a message was rejected, in one line. */
export function ticketErrorCopy(error: TicketFailure): string {
  switch (error.code) {
    case 'TEXT_REFUSED':
      return '这段话没有通过内容检查，换个说法试试'
    case 'ABOUT_UNKNOWN':
      return '没有找到对应的商品或订单，可以不带它直接留言'
    case 'TOO_MANY_WAITING':
      return `已有 ${error.most} 条留言在等回复，先等等我们`
    case 'TICKET_CLOSED':
      return '这次留言已经结束，请另写一条'
    case 'TICKET_FULL':
      return '这次聊得很长了，请另写一条'
    case 'INVALID_INPUT':
      return '请用普通文字写，不要带代码'
    default:
      return failureLine(error)
  }
}
