import type { StaffReviewList } from '@core/contract/reviews'

/** The lists of reviews; those that need an action come first. */
export const LISTS = [
  ['waiting', '待核实'],
  ['unanswered', '待回复'],
  ['reported', '有举报'],
  ['hidden', '已隐藏'],
  ['all', '全部'],
] as const satisfies readonly (readonly [StaffReviewList, string])[]

export const EMPTY_COPY = {
  waiting: { title: '没有要核实的', note: '被举报或拿不准的评价会出现在这里' },
  unanswered: { title: '都回复过了', note: '新的评价会出现在这里' },
  reported: { title: '没有被举报的评价', note: '还没多到要隐藏的举报会出现在这里' },
  hidden: { title: '没有隐藏的评价', note: '隐藏时写下的理由，顾客自己看得到' },
  all: { title: '还没有评价', note: '顾客收到货后就能评价' },
} as const satisfies Record<StaffReviewList, { title: string; note: string }>

export const COMMON_HIDE_REASONS = ['广告、引流', '与商品无关', '含他人信息', '不文明用语'] as const
