import { BLOCK_DAYS, type BlockDays } from '@core/domain/members/block'
import { type Day, dayOf, type Instant } from '@core/kernel/calendar'
import { formatDate } from './dates'

/** What a block is, and when it ends. */
export const blockCopy = (until: Instant | null, today: Day): string =>
  until === null ? '长期拉黑' : `拉黑到 ${formatDate(dayOf(until), today)}`

/** How long a customer can be blocked. */
export const BLOCK_CHOICES: readonly (readonly [BlockDays, string])[] = [
  ...BLOCK_DAYS.map((days) => [days, `${days} 天`] as const),
  [null, '长期'],
]

/** Common reasons, chosen by a tap. */
export const BLOCK_REASONS = ['恶意占库存', '刷评价、乱举报', '骚扰客服', '恶意退货'] as const

/** What the staff confirm. */
export const BLOCK_NOTE =
  '还能逛店、看订单、收货和申请售后；不能下单、付款、领券、评价、提问和举报。随时可以解除。'
