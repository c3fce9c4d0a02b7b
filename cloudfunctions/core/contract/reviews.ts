import type { Rating } from '@core/domain/catalog/product'
import type { ReviewStep } from '@core/domain/orders/review-step'
import { REPORT_REASONS, type ReportReason, type Review, STARS } from '@core/domain/reviews/review'
import { isFileId } from '@core/kernel/file-id'
import {
  HIDE_REASON_MAX,
  REPLY_MAX,
  REVIEW_PICTURES_MAX,
  REVIEW_TEXT_MAX,
  URL_MAX,
} from '@core/kernel/limits'
import * as v from 'valibot'
import type { NotFound } from './errors'
import type { TextRefused } from './moderation'
import { type OrderInput, orderInput, type WrongState } from './orders'
import { cursor, entityId, optionalPlainText, type Page, plainText } from './primitives'

/** A line's key within its order: the SKU and its options. */
const lineKey = v.pipe(v.string(), v.regex(/^[\w:~+-]{1,100}$/))
/** Opaque to the caller. */
const reviewId = v.pipe(v.string(), v.regex(/^[\w:~+-]{3,260}$/))

const words = plainText(REVIEW_TEXT_MAX)
const reason = plainText(HIDE_REASON_MAX)

/** A picture in the shop's own cloud storage: a foreign server would learn who views it. */
export const cloudPicture = v.pipe(
  v.string(),
  v.maxLength(URL_MAX),
  v.check(isFileId, 'no file id'),
  v.regex(/\/[\w-]+\.(png|webp|jpe?g)$/),
)
const pictures = v.pipe(
  v.array(cloudPicture),
  v.maxLength(REVIEW_PICTURES_MAX),
  v.check((all) => new Set(all).size === all.length, 'a picture twice'),
)

const line = { ...orderInput.entries, lineKey }

/** A review of an order line: stars and optional text and pictures. */
export const writeReviewInput = v.strictObject({
  ...line,
  stars: v.picklist(STARS),
  text: optionalPlainText(REVIEW_TEXT_MAX),
  pictures,
  isAnonymous: v.boolean(),
})
export type WriteReviewInput = v.InferOutput<typeof writeReviewInput>

/** A later addition to a review: text and optional pictures. */
export const appendReviewInput = v.strictObject({
  ...line,
  text: words,
  pictures,
})
export type AppendReviewInput = v.InferOutput<typeof appendReviewInput>

/** Which reviews of a product: all, those with pictures, or those with a number of stars. */
export const reviewListInput = v.strictObject({
  productId: entityId,
  only: v.optional(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('pictured') }),
      v.strictObject({ kind: v.literal('stars'), stars: v.picklist(STARS) }),
    ]),
  ),
  cursor,
})
export type ReviewListInput = v.InferOutput<typeof reviewListInput>

/** A reader reports a review. */
export const reportReviewInput = v.strictObject({ reviewId, reason: v.picklist(REPORT_REASONS) })
export type ReportReviewInput = v.InferOutput<typeof reportReviewInput>

/** A review as any customer sees it. Texts are plain and shown as typed. */
export type ReviewView = Pick<
  Review,
  'id' | 'productId' | 'spec' | 'stars' | 'said' | 'appended' | 'name' | 'reply' | 'at'
> & { isMine: boolean }

/** The caller's own review, with the reason why it is hidden. */
export type OwnReview = ReviewView & Pick<Review, 'state' | 'waitsFor' | 'hiddenReason'>

/** A page of reviews, and the code that identifies the caller's shared cards. */
export type ReviewPage = Page<ReviewView> & { rating: Rating; memberCode: string | null }

/** A line of an order, its review, and the next possible step. */
export type LineReview = {
  lineKey: string
  productId: string
  title: string
  spec: string
  picture: string
  step: ReviewStep | null
  review: OwnReview | null
}

/** The goods of an order with their reviews. */
export type OrderReviews = { orderId: string; lines: LineReview[] }

type SayError = NotFound | WrongState | TextRefused

/** Operations of customers on reviews. */
export type ReviewsContract = {
  'reviews.write': {
    input: WriteReviewInput
    output: OwnReview
    error: SayError | { code: 'ALREADY_REVIEWED' }
  }
  'reviews.append': {
    input: AppendReviewInput
    output: OwnReview
    error: SayError | { code: 'ALREADY_APPENDED' }
  }
  'reviews.list': { input: ReviewListInput; output: ReviewPage; error: never }
  'reviews.ofOrder': { input: OrderInput; output: OrderReviews; error: NotFound }
  /** Once per member and review; a repeated report changes nothing. */
  'reviews.report': {
    input: ReportReviewInput
    output: { isReported: true }
    error: NotFound | { code: 'OWN_REVIEW' }
  }
}

/** Which reviews the staff list: waiting, without a reply, reported but shown, hidden, or all. */
export const STAFF_REVIEW_LISTS = ['waiting', 'unanswered', 'reported', 'hidden', 'all'] as const
export type StaffReviewList = (typeof STAFF_REVIEW_LISTS)[number]

/** A list of the staff's. */
export const staffReviewsInput = v.strictObject({ list: v.picklist(STAFF_REVIEW_LISTS), cursor })
export type StaffReviewsInput = v.InferOutput<typeof staffReviewsInput>

/** The shop replies to a review; a second reply replaces the first. */
export const replyReviewInput = v.strictObject({
  reviewId,
  text: plainText(REPLY_MAX),
})
export type ReplyReviewInput = v.InferOutput<typeof replyReviewInput>

/** The staff show a review, or hide it with a reason for its author. */
export const decideReviewInput = v.variant('state', [
  v.strictObject({ reviewId, state: v.literal('shown') }),
  v.strictObject({ reviewId, state: v.literal('hidden'), reason }),
])
export type DecideReviewInput = v.InferOutput<typeof decideReviewInput>

/** A review as the staff see it, with its author, product and reports. */
export type StaffReview = Omit<OwnReview, 'isMine'> & {
  title: string
  orderId: string
  memberId: string
  reports: Partial<Record<ReportReason, number>>
  /** Reports by people who have never bought here; they hide nothing. */
  otherReports: Partial<Record<ReportReason, number>>
}

/** Operations of the staff on reviews. */
export type ReviewsAdminContract = {
  'reviews.list': { input: StaffReviewsInput; output: Page<StaffReview>; error: never }
  'reviews.reply': { input: ReplyReviewInput; output: StaffReview; error: NotFound }
  'reviews.decide': { input: DecideReviewInput; output: StaffReview; error: NotFound }
}

declare module '@core/contract' {
  interface ShopOperations extends ReviewsContract {}
  interface AdminOperations extends ReviewsAdminContract {}
}
