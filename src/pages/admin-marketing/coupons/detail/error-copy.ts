import { fieldErrorCopy } from '@/pages/admin/form/error-copy'
import { namesOf } from '@/pages/admin/form/field-spec'
import type { FieldError } from '@/pages/admin/form/form-reader'
import { FIELDS } from './fields'

const NAMES = {
  ...namesOf(FIELDS),
  scope: '范围',
  productIds: '范围里的商品',
  categoryIds: '范围里的分类',
}

const REASONS = {
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

/** What is wrong with a coupon, and where: 减的金额要小于门槛. */
export function errorCopy({ code, field }: FieldError): string {
  const isCodeOdd = code === 'INVALID_INPUT' && field.split('.').at(-1) === 'code'
  const error = { field, code: isCodeOdd ? 'CODE_ODD' : code }
  return fieldErrorCopy(error, { names: NAMES, reasons: REASONS, whole: '这张券' })
}
