import type { ConflictView } from '@core/contract/promotions'
import type { PromotionKind } from '@core/domain/promotions/promotion'
import { PROMOTIONS_MAX } from '@core/kernel/limits'
import { fieldErrorCopy } from '@/pages/admin/form/error-copy'
import { namesOf } from '@/pages/admin/form/field-spec'
import type { FieldError } from '@/pages/admin/form/form-reader'
import { KIND_EDITORS } from '../kinds'
import { COMMON_FIELDS } from './form'

const NAMES = {
  ...namesOf(COMMON_FIELDS),
  scope: '范围',
  productIds: '范围里的商品',
  categoryIds: '范围里的分类',
  skuId: '商品',
  id: '活动',
}

/** What the error codes that several kinds share mean. */
const REASONS = {
  END_BEFORE_START: '要晚于开始时间',
  OVER: '已经过去了，选一个以后的时间',
  RUNNING: '开始以后不能再改，可以结束它再建一个',
  UNKNOWN_SKU: '已经没有了，重新选',
  UNKNOWN_PRODUCT: '有一件已经没有了，重新选',
  UNKNOWN_CATEGORY: '有一个已经没有了，重新选',
  NOT_CHEAPER: '没有低于原价',
  TWICE: '写了两次',
  TOO_MANY: `进行中和将开始的最多 ${PROMOTIONS_MAX} 个，先结束一些`,
}

/** What is wrong with a promotion, and where: 第 2 行的价格没有低于原价. */
export function errorCopy(error: FieldError, kind: PromotionKind): string {
  const { fieldNames, errorReasons } = KIND_EDITORS[kind]
  return fieldErrorCopy(error, {
    names: { ...NAMES, ...fieldNames },
    reasons: { ...REASONS, ...errorReasons },
    whole: '这个活动',
    row: '行',
  })
}

/** Names listed of what two promotions both apply to; the rest is counted. */
const NAMES_SHOWN = 3

/** With which promotion one conflicts, and on which goods. */
export function conflictCopy({ withTitle, on, names }: ConflictView): string {
  const shown = names.slice(0, NAMES_SHOWN).join('、')
  const rest = names.length > NAMES_SHOWN ? ` 等 ${names.length} 样` : ''
  const what = on.includes('*') || shown === '' ? '全店商品' : `${shown}${rest}`
  return `和「${withTitle}」撞上了：同一段时间里都管${what}`
}
