import type { DifferenceView } from '@core/contract/reconciliation'
import { formatAmount } from '@/copy/numbers'

export type DifferenceCopy = { title: string; note: string }

type Sums = Pick<DifferenceView, 'kind' | 'thereFen' | 'hereFen'>

const both = ({ thereFen, hereFen }: Sums) =>
  `微信 ${formatAmount(thereFen)}，店里 ${formatAmount(hereFen)}`

/** What a difference is, and what the owner can do about it. */
export function differenceCopy(one: Sums): DifferenceCopy {
  switch (one.kind) {
    case 'PAYMENT_ONLY_THERE':
      return {
        title: `微信收到 ${formatAmount(one.thereFen)}，店里没记`,
        note: '先查一查，能记上就记上；不是店里的单，去商户平台退回',
      }
    case 'PAYMENT_ONLY_HERE':
      return {
        title: `店里记了收款 ${formatAmount(one.hereFen)}，微信没有`,
        note: '先别发货，去商户平台查这一单',
      }
    case 'PAYMENT_DIFFERS':
      return { title: '收款两边不一样', note: `${both(one)}，去商户平台查这一单` }
    case 'REFUND_ONLY_THERE':
      return {
        title: `微信退了 ${formatAmount(one.thereFen)}，店里没有这笔退款`,
        note: '多半是在商户平台手工退的，核对后记一句',
      }
    case 'REFUND_ONLY_HERE':
      return {
        title: `店里记了退款 ${formatAmount(one.hereFen)}，微信没有`,
        note: '顾客可能没收到钱，去商户平台查这一单',
      }
    case 'REFUND_DIFFERS':
      return { title: '退款两边不一样', note: `${both(one)}，去商户平台查这一单` }
  }
}

const ERRORS: Partial<Record<string, string>> = {
  NOT_PAID: '微信说这笔没付成，或已经退回',
  ORDER_UNKNOWN: '店里没有这一单，请去商户平台退回',
  WRONG_AMOUNT: '金额和订单对不上，没有记',
  PROVIDER_FAILED: '没有问到微信支付，过一会儿再试',
  BILL_UNAVAILABLE: '还没有取到账单，上午十点后再试',
  DAY_NOT_OVER: '这一天还没过完',
}

/** Why an action failed; `null` for errors that have a common text. */
export const errorCopy = (code: string): string | null => ERRORS[code] ?? null

export const COMMON_NOTES = ['线下收的，已核对', '商户平台手工退的', '已退回给顾客'] as const
