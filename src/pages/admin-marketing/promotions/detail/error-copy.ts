import type { ConflictView } from '@core/contract/promotions'
import { PROMOTIONS_MAX } from '@core/kernel/limits'
import type { FormError } from './input'

/** The last step of a path → what the field is called. */
const FIELDS: Partial<Record<string, string>> = {
  title: '活动名',
  startsAt: '开始时间',
  endsAt: '结束时间',
  scope: '范围',
  productIds: '范围里的商品',
  categoryIds: '范围里的分类',
  prices: '商品和价格',
  priceFen: '价格',
  stock: '活动库存',
  perMemberMax: '每人限量',
  percents: '折扣',
  parts: '套餐里的商品',
  quantity: '件数',
  nth: '第几件',
  percentOff: '折扣',
  steps: '满减档位',
  fromFen: '门槛',
  offFen: '减的金额',
  skuId: '商品',
  provinces: '省份',
  id: '活动',
}

/** What is wrong, by its code. */
const REASONS: Partial<Record<string, string>> = {
  MISSING: '还没填',
  NUMBER_ODD: '要填数字',
  INVALID_INPUT: '不合适，看看字数和大小',
  END_BEFORE_START: '要晚于开始时间',
  OVER: '已经过去了，选一个以后的时间',
  RUNNING: '开始以后不能再改，可以结束它再建一个',
  UNKNOWN_SKU: '已经没有了，重新选',
  UNKNOWN_PRODUCT: '有一件已经没有了，重新选',
  UNKNOWN_CATEGORY: '有一个已经没有了，重新选',
  UNKNOWN_PROVINCE: '有一个写得不对，重新选',
  NOT_CHEAPER: '没有低于原价',
  DEARER_ABOVE: '比低等级的还贵',
  NOTHING_GIVEN: '至少给一个等级填折扣，或加一个单独的价',
  MORE_THAN_SPENT: '要小于门槛',
  NOT_RISING: '要一档比一档高，减得也一档比一档多',
  TWICE: '写了两次',
  TOO_MANY: `进行中和将开始的最多 ${PROMOTIONS_MAX} 个，先结束一些`,
}

/** What is wrong with an activity, and where: 第 2 行的价格没有低于原价. */
export function errorCopy({ field, code }: FormError): string {
  const steps = field.split('.')
  const row = steps.map(Number).find((step) => Number.isInteger(step))
  const name = [...steps].reverse().flatMap((step) => FIELDS[step] ?? [])[0] ?? '这个活动'
  const place = row === undefined ? '' : `第 ${row + 1} 行的`
  return `${place}${name}${REASONS[code] ?? '不合适'}`
}

/** Names listed of what two activities both reach; the rest is counted. */
const NAMES_SHOWN = 3

/** With what an activity collides, and on what. */
export function conflictCopy({ withTitle, on, names }: ConflictView): string {
  const shown = names.slice(0, NAMES_SHOWN).join('、')
  const rest = names.length > NAMES_SHOWN ? ` 等 ${names.length} 样` : ''
  const what = on.includes('*') || shown === '' ? '全店商品' : `${shown}${rest}`
  return `和「${withTitle}」撞上了：同一段时间里都管${what}`
}
