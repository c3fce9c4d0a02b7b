import type { Rating } from '@core/domain/catalog/product'
import type { ReviewStep } from '@core/domain/orders/review-step'
import type { QuestionState } from '@core/domain/questions/question'
import { averageTenths, goodPercent } from '@core/domain/reviews/rating'
import type { ReportReason, Review, Stars } from '@core/domain/reviews/review'
import type { Day } from '@core/kernel/calendar'
import { formatAgo } from './dates'
import { failureLine } from './failures'
import { formatCount } from './numbers'

/** What each number of stars means. */
export const STAR_COPY = {
  1: '很失望',
  2: '不太好',
  3: '一般',
  4: '不错',
  5: '很喜欢',
} as const satisfies Record<Stars, string>

/** Names of the reasons for reporting a review. */
export const REPORT_COPY = {
  ad: '广告、引流',
  abuse: '辱骂、人身攻击',
  untrue: '与事实不符',
  private: '泄露他人信息',
  other: '其他',
} as const satisfies Record<ReportReason, string>

/** Button text for the next review step of an order. */
export const REVIEW_STEP_COPY = {
  WRITE: '去评价',
  APPEND: '追评',
} as const satisfies Record<ReviewStep, string>

/** The average with one decimal: `4.7`; `—` without reviews. */
export const averageCopy = (rating: Pick<Rating, 'count' | 'sum'>): string => {
  const tenths = averageTenths(rating)
  return tenths === null ? '—' : (tenths / 10).toFixed(1)
}

/** `128 条评价 · 96% 好评`. */
export const ratingCopy = (rating: Rating): string => {
  const percent = goodPercent(rating)
  return percent === null ? '还没有评价' : `${formatCount(rating.count)} 条评价 · ${percent}% 好评`
}

/** Date and variant of a review. */
export const reviewNote = ({ at, spec }: Pick<Review, 'at' | 'spec'>, today: Day): string =>
  [formatAgo(at, today), spec].filter(Boolean).join(' · ')

/** Why a review is not public, for its author; `''` when it is. */
export function reviewVisibilityCopy(
  review: Pick<Review, 'state' | 'waitsFor' | 'hiddenReason'>,
): string {
  switch (review.state) {
    case 'shown':
      return ''
    case 'waiting':
      return review.waitsFor === 'reports' ? '有人举报，店家正在核实' : '店家看过后大家就能看到'
    case 'hidden':
      return `没有公开：${review.hiddenReason}`
  }
}

/** The reports of a review by reason, most frequent first: `广告、引流 2，其他 1`. */
export const reportsCopy = (reports: Review['reports']): string =>
  (Object.entries(reports) as [ReportReason, number][])
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${REPORT_COPY[reason]} ${count}`)
    .join('，')

/** States of a question, for its author. */
export const QUESTION_STATE_COPY = {
  waiting: '等店家回答',
  private: '已回答，仅你可见',
  public: '已回答，大家可见',
  hidden: '没有公开',
} as const satisfies Record<QuestionState, string>

const SUBMISSION_ERRORS: Partial<Record<string, string>> = {
  TEXT_REFUSED: '这段话里有不能发的内容，改一改再发',
  ALREADY_REVIEWED: '这件已经评价过了',
  ALREADY_APPENDED: '这件已经追评过了',
  OWN_REVIEW: '这是你自己的评价',
  TOO_MANY_QUESTIONS: '今天问得够多了，明天再来问',
  WRONG_STATE: '收到货之后才能评价',
}

/** Why a review or question was rejected, in one line. */
export function submissionErrorCopy(error: {
  code: string
  field?: string
  requestId?: string
}): string {
  // The page checks every other limit itself; what remains is markup such as `<b`.
  if (error.code === 'INVALID_INPUT') return '写成普通文字就好，不能带代码或网页标记'
  return SUBMISSION_ERRORS[error.code] ?? failureLine(error)
}
