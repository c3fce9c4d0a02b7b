import type { StuckRow } from '@core/contract/reconciliation'
import type { StuckAct, StuckCause } from '@core/domain/reconciliation/stuck-money'
import { formatAmount } from '@/copy/numbers'
import { differenceCopy } from '../reconciliation/difference-copy'

export type StuckCopy = { title: string; note: string }

/** What to do about a refund, by why it is stuck. */
const CAUSES: Record<StuckCause, string> = {
  ABNORMAL: '钱退不进顾客的卡。去商户平台「异常退款」里处理，办好后回来点「问微信」',
  CLOSED: '微信把这笔退款关掉了。点「再退一次」，会换个新单号退',
  UNKNOWN: '微信说了一个店里不认识的状态。先去商户平台看这一单，再回来点「问微信」',
  REFUSED: '微信没有接这笔退款。按下面的原因办好，再点「再退一次」',
  RETRYING: '上一次被微信关掉了，已换新单号再退，到账后这一行自己消失',
}

/** What a row is, and what the staff can do about it. */
export function stuckCopy(row: StuckRow): StuckCopy {
  const { kind, cause, fen, thereFen, hereFen } = row
  const amount = formatAmount(fen)
  switch (kind) {
    case 'LATE_REFUND':
      return { title: `关单后到账的 ${amount} 还没退回`, note: CAUSES[cause ?? 'REFUSED'] }
    case 'REFUND':
      return { title: `售后退款 ${amount} 没退成`, note: CAUSES[cause ?? 'REFUSED'] }
    case 'PAYMENT_UNCLEAR':
      return {
        title: `${amount} 付没付不清楚`,
        note: '过了付款时间，微信那边既没付成也没关上。点「问微信」，付了就记上，没付就关掉',
      }
    default:
      return differenceCopy({ kind, thereFen: thereFen ?? 0, hereFen: hereFen ?? 0 })
  }
}

const REASONS: readonly [code: string, copy: string][] = [
  ['NOT_ENOUGH', '商户余额不够，先充值'],
  ['NOTENOUGH', '商户余额不够，先充值'],
  ['余额不足', '商户余额不够，先充值'],
  ['USER_ACCOUNT_ABNORMAL', '顾客的微信账户有问题，联系顾客换个办法退'],
  ['TRADE_OVERDUE', '付款超过一年，只能线下退'],
  ['NO_AUTH', '商户号没有退款权限，去商户平台开通'],
  ['NOAUTH', '商户号没有退款权限，去商户平台开通'],
  ['SIGN_ERROR', '商户密钥不对，请技术人员检查'],
  ['MCH_NOT_EXISTS', '商户号不对，请技术人员检查'],
  ['RESOURCE_NOT_EXISTS', '微信那边没有这笔付款，去商户平台核对'],
]

/** Why it failed; WeChat's own text when no other is known, nothing when the note says it all. */
export function stuckReason({ reason, cause }: Pick<StuckRow, 'reason' | 'cause'>): string {
  if (cause !== 'REFUSED') return ''
  return REASONS.find(([code]) => reason.includes(code))?.[1] ?? reason
}

export const ACT_COPY: Record<StuckAct, string> = {
  ask: '问微信',
  refundAgain: '再退一次',
  settle: '已处理',
}

const ERRORS: Partial<Record<string, string>> = {
  NOT_FOUND: '这一行已经没有了',
  REFUND_STUCK: '微信那边还卡着，先去商户平台处理',
  REFUND_UNDER_WAY: '这笔退款正在路上，等它有结果再处理',
  AFTER_SALE_WRONG_STATE: '这笔售后已经不在退款了',
}

/** Why an act failed; `null` for errors that have a common text. */
export const stuckErrorCopy = (code: string): string | null => ERRORS[code] ?? null

export const SETTLE_NOTES = ['已转账退给顾客', '商户平台已处理', '和顾客说好了，不退'] as const
