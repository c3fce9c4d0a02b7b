import type { TextVerdict } from '@core/domain/moderation/text-verdict'
import type { Instant } from '@core/kernel/calendar'
import type { Program } from '@core/kernel/settings'

/** What may be said against a review. */
export const REPORT_REASONS = ['ad', 'abuse', 'untrue', 'private', 'other'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

/** Visible to everyone, waiting for the staff, or hidden by them; its author always sees it. */
export const REVIEW_STATES = ['shown', 'waiting', 'hidden'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** Stars from the worst to the best. */
export const STARS = [1, 2, 3, 4, 5] as const
export type Stars = (typeof STARS)[number]

/** Words and pictures of one sitting. */
export type ReviewText = { text: string; pictures: string[]; at: Instant }

/** A customer's word on one line of an order. Its id names both, so that there is but one. */
export type Review = {
  id: string
  orderId: string
  lineKey: string
  memberId: string
  productId: string
  title: string
  spec: string
  stars: Stars
  said: ReviewText
  /** What the customer added later, once. */
  appended: ReviewText | null
  /** As others read it: masked already. */
  name: string
  state: ReviewState
  /** Why it waits: WeChat would have a person look at the words, or readers spoke against it. */
  waitsFor: 'text' | 'reports' | null
  /** The staff's words on why it is hidden; `''` while it is not. */
  hiddenReason: string
  reply: { text: string; at: Instant } | null
  /** Reports since the staff last decided. */
  reports: Partial<Record<ReportReason, number>>
  /** The same by those who have never bought here: for the staff to see; nothing hides by them. */
  otherReports?: Partial<Record<ReportReason, number>>
  /** Whether anybody has reported it since the staff last decided; absent before the first. */
  isReported?: boolean
  /** Whether there is a picture in it, at first or later. */
  isPictured: boolean
  isReplied: boolean
  at: Instant
}

/** The review of a line: once per line, so its id is the line's. */
export const reviewId = (orderId: string, lineKey: string): string => `${orderId}:${lineKey}`

/** The state of words that WeChat has looked at; `risky` ones never get so far. */
const stateAfterCheck = (verdict: TextVerdict): Pick<Review, 'state' | 'waitsFor'> =>
  verdict === 'pass' ? { state: 'shown', waitsFor: null } : { state: 'waiting', waitsFor: 'text' }

/** What a new review is made of. */
export type NewReview = Omit<
  Review,
  | 'id'
  | 'appended'
  | 'state'
  | 'waitsFor'
  | 'hiddenReason'
  | 'reply'
  | 'reports'
  | 'otherReports'
  | 'isReported'
  | 'at'
  | 'isPictured'
  | 'isReplied'
> & { verdict: TextVerdict }

/** A review as it is when written. */
export const newReview = ({ verdict, ...review }: NewReview): Review => ({
  ...review,
  id: reviewId(review.orderId, review.lineKey),
  appended: null,
  ...stateAfterCheck(verdict),
  hiddenReason: '',
  reply: null,
  reports: {},
  isPictured: review.said.pictures.length > 0,
  isReplied: false,
  at: review.said.at,
})

/** The review with what was added. Words that a person should look at take it out of sight. */
export const appendToReview = (review: Review, said: ReviewText, verdict: TextVerdict): Review => ({
  ...review,
  appended: said,
  isPictured: review.isPictured || said.pictures.length > 0,
  // What the staff hid stays hidden, and what waits goes on waiting, whatever is added.
  ...(review.state === 'shown' ? stateAfterCheck(verdict) : {}),
})

/** How many readers have spoken against a review since the staff last looked. */
export const reportCount = (reports: Review['reports']): number =>
  Object.values(reports).reduce((sum, count) => sum + count, 0)

/** The review with one more customer's report; from so many on it waits for the staff. */
export function addReport(review: Review, reason: ReportReason, program: Program): Review {
  const reports = withOneMore(review.reports, reason)
  const reported = { ...review, reports, isReported: true }
  const isTooMuch = reportCount(reports) >= program.reportsToHide
  if (review.state !== 'shown' || !isTooMuch) return reported
  return { ...reported, state: 'waiting', waitsFor: 'reports' }
}

/**
 * The review with a report by somebody who has never bought here. The staff see it, but it hides
 * nothing, however many there are: openids are cheap.
 */
export const addStrangersReport = (review: Review, reason: ReportReason): Review => ({
  ...review,
  otherReports: withOneMore(review.otherReports ?? {}, reason),
  isReported: true,
})

const withOneMore = (reports: Review['reports'], reason: ReportReason): Review['reports'] => ({
  ...reports,
  [reason]: (reports[reason] ?? 0) + 1,
})

/** The staff let a review be seen, or hide it and say why. Reports up to now are settled. */
export const moderateReview = (
  review: Review,
  decision: { state: 'shown' } | { state: 'hidden'; reason: string },
): Review => ({
  ...review,
  state: decision.state,
  waitsFor: null,
  hiddenReason: decision.state === 'hidden' ? decision.reason : '',
  reports: {},
  otherReports: {},
  isReported: false,
})

/** The shop's answer below a review; a second one takes the place of the first. */
export const replyToReview = (review: Review, reply: { text: string; at: Instant }): Review => ({
  ...review,
  reply,
  isReplied: true,
})
