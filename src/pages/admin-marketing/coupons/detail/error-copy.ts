import type { CouponFormError } from './form'

/** The last step of a path → what the field is called. */
const FIELDS: Partial<Record<string, string>> = {
  title: '券名',
  offFen: '减的金额',
  percentOff: '折扣',
  capFen: '最多减',
  fromFen: '门槛',
  scope: '范围',
  productIds: '范围里的商品',
  categoryIds: '范围里的分类',
  days: '有效天数',
  startsAt: '使用开始时间',
  endsAt: '使用结束时间',
  claimFrom: '开始领的时间',
  claimUntil: '停止领的时间',
  issuedMax: '发放张数',
  perMemberMax: '每人张数',
  code: '券码',
}

/** What is wrong, by its code. */
const REASONS: Partial<Record<string, string>> = {
  MISSING: '还没填',
  NUMBER_ODD: '要填数字',
  INVALID_INPUT: '不合适，看看字数和大小',
  MORE_THAN_SPENT: '要小于门槛',
  END_BEFORE_START: '要晚于开始的时间',
  OVER: '已经过去了',
  ENDS_WHILE_CLAIMED: '要晚于停止领的时间，不然领到就过期了',
  BELOW_ISSUED: '不能少于已经领走的',
  MORE_THAN_ISSUED: '不能多于发放张数',
  UNKNOWN_PRODUCT: '有一件已经没有了，重新选',
  UNKNOWN_CATEGORY: '有一个已经没有了，重新选',
  CODE_TAKEN: '别的券已经在用，换一个',
  CODE_ODD: '要 4 到 16 个字母或数字',
}

/** What is wrong with an offer, and where: 减的金额要小于门槛. */
export function errorCopy({ code, field }: CouponFormError): string {
  const steps = field.split('.').reverse()
  const name = steps.flatMap((step) => FIELDS[step] ?? [])[0] ?? '这张券'
  const reason = code === 'INVALID_INPUT' && steps[0] === 'code' ? 'CODE_ODD' : code
  return `${name}${REASONS[reason] ?? '不合适'}`
}
