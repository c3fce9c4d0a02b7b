import type { AfterSaleRow } from '@core/contract/staff-after-sales'
import { assertNever } from '@core/kernel/result'
import { timeLeftCopy } from '@/copy/orders'
import { now } from '@/services/clock'

/** The next step of an after-sale, for the staff. */
export function staffStepCopy({ state, kind, dueAt, isLate, refusal }: AfterSaleRow): string {
  const left = dueAt === null ? '' : timeLeftCopy(dueAt, now())
  switch (state) {
    case 'requested':
      return isLate ? '已经超时，顾客在等' : `请在 ${left}内答复`
    case 'agreed':
      return `等顾客寄回，${left}内没寄会自动撤回`
    case 'returning':
      return kind === 'exchange' ? '收到后看过，再发一件新的' : '收到后看过，再退款'
    case 'exchanging':
      return '把新的发给顾客'
    case 'refunding':
      return '钱在路上，微信到账后自动完成'
    case 'refundFailed':
      return '微信没能退成：先看商户平台的余额和原因，再重试'
    case 'refused':
      return `已拒绝：${refusal}`
    case 'withdrawn':
      return '顾客撤回了，或没有按时寄回'
    case 'done':
      return kind === 'exchange' ? '换的新货已发出' : '钱已退给顾客'
    default:
      return assertNever(state)
  }
}
