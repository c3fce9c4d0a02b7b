import type { Duty, FailureKind } from '@core/domain/set-aside/set-aside'

/** What the shop was about to do, and what the staff can do instead. */
const DUTIES = {
  closeAndConfirm: ['关闭未付款、确认收货或完成订单', '请打开订单看看，能手动处理的先处理'],
  remindUnpaid: ['提醒顾客付款', '可以在客服里提醒顾客'],
  repairHolds: ['归还未付款订单占用的库存', '这个规格的可售数可能偏少，请盘点'],
  finishMovement: ['记完一笔库存流水', '这个规格的库存可能不准，请盘点'],
  repairGrants: ['归还没有用掉的优惠券', '顾客问起时可以补发一张'],
  countSold: ['更新商品的销量', '只影响按销量排序'],
  recountCoupon: ['核对优惠券的领用数', '领用数可能不准，发券前请留意'],
  expireAfterSale: ['关闭过期的售后，或查退款到账', '请打开售后单处理'],
  askForPayment: ['向微信查订单有没有付款', '请打开订单，和微信商户平台对一下'],
  reviewMember: ['更新会员的阶段', '会员的阶段和权益可能没有更新'],
  comparePayments: ['核对一天的账单', '请到「对账」里手动核对这一天'],
  remindLaunch: ['提醒顾客开售', '可以在客服里告诉顾客'],
  remindRestocked: ['提醒顾客到货', '可以在客服里告诉顾客'],
} as const satisfies Record<Duty, readonly [what: string, advice: string]>

const FAILURES = {
  TOO_LARGE: '内容超出了大小限制',
  CONFLICT: '一直有别的改动',
  TIMEOUT: '超时了',
  DATABASE: '数据库没有答应',
  DEFECT: '数据或程序有错，请联系技术支持',
} as const satisfies Record<FailureKind, string>

/** What the shop could not do. */
export const dutyCopy = (duty: Duty): string => DUTIES[duty][0]

/** What the staff can do about it. */
export const adviceCopy = (duty: Duty): string => DUTIES[duty][1]

/** Why it failed. */
export const failureCopy = (failure: FailureKind): string => FAILURES[failure]
