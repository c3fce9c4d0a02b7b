import type { CallError } from '@core/contract'
import type {
  AfterSaleView,
  AfterSaleWrongState,
  RequestChanged,
  RequestError,
} from '@core/contract/after-sales'
import type { NetworkError, NotFound } from '@core/contract/errors'
import type { GoodwillError } from '@core/contract/staff-after-sales'
import type {
  AfterSaleKind,
  AfterSaleReason,
  AfterSaleState,
  AfterSaleStep,
} from '@core/domain/after-sales/after-sale'
import { failureLine } from './failures'
import { formatAmount } from './numbers'
import { ORDER_STATE_COPY } from './orders'

/** Names of the after-sale kinds. */
export const AFTER_SALE_KIND_COPY = {
  refund: '仅退款',
  returnRefund: '退货退款',
  exchange: '换货',
} as const satisfies Record<AfterSaleKind, string>

/** What each kind means, shown beside its name. */
export const AFTER_SALE_KIND_NOTES = {
  refund: '不用寄回，退钱给你',
  returnRefund: '寄回来，收到后退钱',
  exchange: '寄回来，换一件新的',
} as const satisfies Record<AfterSaleKind, string>

/** Names of the reasons for an after-sale. */
export const AFTER_SALE_REASON_COPY = {
  NOT_WANTED: '不想要了',
  QUALITY: '质量问题',
  DAMAGED: '到手就坏了',
  WRONG_ITEM: '发错了、少发了',
  NOT_AS_DESCRIBED: '和说的不一样',
  LATE: '一直没收到',
  OTHER: '其他',
} as const satisfies Record<AfterSaleReason, string>

/** Names of the after-sale states, as the customer reads them. */
export const AFTER_SALE_STATE_COPY = {
  requested: '等店家处理',
  agreed: '等你寄回',
  returning: '等店家收货',
  exchanging: '等店家发新的',
  refunding: '正在退款',
  refundFailed: '退款遇到问题',
  refused: '店家没有同意',
  withdrawn: '已撤回',
  done: '已完成',
} as const satisfies Record<AfterSaleState, string>

/** The same as the staff read them: what waits for whom is said from the other side. */
export const SHOP_AFTER_SALE_STATE_COPY = {
  ...AFTER_SALE_STATE_COPY,
  requested: '等你处理',
  agreed: '等顾客寄回',
  returning: '等你收货',
  exchanging: '等你发新的',
  refused: '没有同意',
} as const satisfies Record<AfterSaleState, string>

/** The next step of an after-sale and who takes it. */
const AFTER_SALE_STEP_COPY = {
  SHOP_DECIDES: '下一步：店家看过就回复',
  CUSTOMER_SENDS_BACK: '下一步：把东西寄回来，填上快递单号',
  SHOP_RECEIVES: '下一步：店家收到并看过就处理',
  SHOP_SENDS_AGAIN: '下一步：店家发出新的，发出后这里有单号',
  MONEY_ON_ITS_WAY: '下一步：等钱原路退回，通常几分钟，最慢三天',
  SHOP_REPAIRS_REFUND: '下一步：店家会处理好再退一次，钱不会少',
  ASK_AGAIN_OR_COMPLAIN: '下一步：补充说明再申请一次，或向店主投诉',
  NOTHING: '',
} as const satisfies Record<AfterSaleStep, string>

/** The next step, or the outcome once it is over. */
export function afterSaleStepCopy(status: AfterSaleStatus): string {
  const { nextStep, state, kind, isOutside } = status
  if (nextStep !== 'NOTHING') return AFTER_SALE_STEP_COPY[nextStep]
  if (state === 'withdrawn') return '已经撤回，需要时可以再申请'
  if (kind === 'exchange') return '换的新货已发出'
  return isOutside ? '钱已在店外退给你，这里是记录' : '钱已原路退回'
}

type AfterSaleStatus = Pick<AfterSaleView, 'nextStep' | 'state' | 'kind' | 'isOutside'>

/** The shop's policy on refunding freight. */
export const FREIGHT_POLICY = '还没发货就整单退时，运费一并退回；已经发货的运费不退，商家责任除外'

/** The shop's policy on returning gifts. */
export const GIFT_POLICY = '留下的商品不再满足赠品条件时，赠品要一并退回，或按价扣除'

type Failure = CallError | NetworkError | NotFound | AfterSaleWrongState | RequestChanged

/** Why an after-sale request or action failed, in one line. */
export function afterSaleErrorCopy(error: RequestError | GoodwillError | Failure): string {
  switch (error.code) {
    case 'WRONG_STATE':
      return `订单「${ORDER_STATE_COPY[error.state]}」，不能申请售后了，可以找客服`
    case 'AFTER_SALE_WRONG_STATE':
      return '这次售后刚刚有了进展，看过最新的再继续'
    case 'REQUEST_CHANGED':
      return '这次申请刚刚改过了，看过最新的再继续'
    case 'REFUND_TOO_MUCH':
      return error.left > 0 ? `这件最多还能申请 ${error.left} 件` : '这件已经申请过了'
    case 'AMOUNT_TOO_HIGH':
      return `这一单最多还能退 ${formatAmount(error.leftFen)}`
    case 'AMOUNT_CHANGED':
      return `金额刚刚变了，现在是 ${formatAmount(error.totalFen)}，看过再退`
    case 'KIND_NOT_POSSIBLE':
      return `现在不能申请${AFTER_SALE_KIND_COPY[error.kind]}，换一种试试`
    case 'EXCHANGE_NOT_POSSIBLE':
      return '一次换一种，只能换同一件商品里同价的款式'
    case 'TEXT_REFUSED':
      return '说明里有不能发的内容，改一改再提交'
    default:
      return failureLine(error)
  }
}

/** How refunded money comes back: the way it was paid, or by the shop for orders paid elsewhere. */
export const refundWayCopy = (isOutside: boolean): string =>
  isOutside
    ? '这笔订单不是在小铺付款的，由店家退给你'
    : '原路退回：退到付款时用的微信零钱或银行卡，一般 1 到 3 个工作日到账'
