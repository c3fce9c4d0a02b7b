import type { TextRefused } from '@core/contract/moderation'
import type { AppendReviewInput, OwnReview, WriteReviewInput } from '@core/contract/reviews'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import { profileOf } from '@core/data/members/member-section'
import type { OrderDocument } from '@core/data/orders/documents'
import { foundBy } from '@core/data/orders/orders'
import { reviewIn, saveReview, toReview } from '@core/data/reviews/reviews'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import type { ReviewMarks } from '@core/domain/orders/order'
import { hasReceivedGoods, isReviewable } from '@core/domain/orders/review-step'
import { appendToReview, newReview, type Review, reviewId } from '@core/domain/reviews/review'
import { maskName } from '@core/kernel/masking'
import { fail, ok, type Result } from '@core/kernel/result'
import { recordMemberEvent } from '@core/operations/lifecycle/record-event'
import { memberIn } from '@core/operations/members/find-caller'
import { checkText } from '@core/operations/moderation/check-text'
import { findOwnOrder } from '@core/operations/orders/find-own-order'
import type { NotFound } from '../../contract/errors'
import type { WrongState } from '../../contract/orders'
import type { Transaction } from '../../data/transaction'
import type { Context } from '../context'
import { ownReview } from './views'

type WriteError = NotFound | WrongState | TextRefused
type Answer<Code extends string> = Promise<Result<OwnReview, WriteError | { code: Code }>>

/**
 * Reviews a line of the caller's order, once. The same review sent again succeeds; a different one
 * is `ALREADY_REVIEWED`.
 */
export async function writeReview(
  ctx: Context,
  input: WriteReviewInput,
): Answer<'ALREADY_REVIEWED'> {
  const own = await ownLine(ctx, input)
  if (!own.ok) return own
  const { order, line } = own.value
  const id = reviewId(order._id, input.lineKey)
  const [known, settings] = await Promise.all([ctx.db.get('reviews', id), lifecycleSettings(ctx)])
  if (known) return writtenAlready(ctx, toReview(known), input)
  const verdict = await checkText(ctx, input.text)
  if (!verdict.ok) return verdict
  const saved = await ctx.db.transact(async (transaction) => {
    const before = await reviewIn(transaction, id)
    if (before) return before
    const { nickname } = profileOf(await memberIn(transaction, order.memberId))
    const review = newReview({
      orderId: order._id,
      lineKey: input.lineKey,
      memberId: order.memberId,
      productId: line.productId,
      title: line.title,
      spec: line.spec,
      stars: input.stars,
      said: { text: input.text, pictures: input.pictures, at: ctx.now },
      name: maskName(nickname, input.isAnonymous),
      verdict: verdict.value,
    })
    await saveReview(transaction, null, review)
    await recordReview(transaction, { ctx, review, mark: 'written', settings })
    return review
  })
  return writtenAlready(ctx, saved, input)
}

/** The review that is there; another one than was sent is refused. */
const writtenAlready = (
  ctx: Context,
  saved: Review,
  input: WriteReviewInput,
): Result<OwnReview, { code: 'ALREADY_REVIEWED' }> =>
  isSame(saved, input) ? ok(ownReview(ctx.vault, saved)) : fail({ code: 'ALREADY_REVIEWED' })

/** Appends to the caller's review, once; the same text sent again succeeds. */
export async function appendReview(
  ctx: Context,
  input: AppendReviewInput,
): Answer<'ALREADY_APPENDED'> {
  const own = await ownLine(ctx, input)
  if (!own.ok) return own
  const id = reviewId(input.orderId, input.lineKey)
  const [known, settings] = await Promise.all([ctx.db.get('reviews', id), lifecycleSettings(ctx)])
  if (!known) return fail({ code: 'NOT_FOUND' })
  if (known.appended) return appendedAlready(ctx, toReview(known), input)
  const verdict = await checkText(ctx, input.text)
  if (!verdict.ok) return verdict
  const saved = await ctx.db.transact(async (transaction) => {
    const before = await reviewIn(transaction, id)
    if (!before || before.appended) return before
    const said = { text: input.text, pictures: input.pictures, at: ctx.now }
    const review = appendToReview(before, said, verdict.value)
    await saveReview(transaction, before, review)
    await recordReview(transaction, { ctx, review, mark: 'appended', settings })
    return review
  })
  return saved ? appendedAlready(ctx, saved, input) : fail({ code: 'NOT_FOUND' })
}

/** The review with what was appended; another text than was sent is refused. */
const appendedAlready = (
  ctx: Context,
  saved: Review,
  input: AppendReviewInput,
): Result<OwnReview, { code: 'ALREADY_APPENDED' }> =>
  saved.appended && isSameSaid(saved.appended, input)
    ? ok(ownReview(ctx.vault, saved))
    : fail({ code: 'ALREADY_APPENDED' })

type OwnLine = { order: OrderDocument; line: OrderDocument['lines'][number] }

/** The reviewed line of the caller's order, once it was received. */
async function ownLine(
  ctx: Context,
  { orderId, lineKey }: Pick<WriteReviewInput, 'orderId' | 'lineKey'>,
): Promise<Result<OwnLine, NotFound | WrongState>> {
  const own = await findOwnOrder(ctx, orderId)
  if (!own.ok) return own
  const order = own.value
  const line = order.lines.find((one) => one.key === lineKey)
  if (!line || !isReviewable(line)) return fail({ code: 'NOT_FOUND' })
  if (!hasReceivedGoods(order.state)) return fail({ code: 'WRONG_STATE', state: order.state })
  return ok({ order, line })
}

type RecordedReview = {
  ctx: Context
  review: Review
  mark: ReviewMarks[string]
  settings: LifecycleSettings
}

/** Marks the line of the order as reviewed and records the customer's event. */
async function recordReview(
  transaction: Transaction,
  { ctx, review, mark, settings }: RecordedReview,
): Promise<void> {
  const { orderId, lineKey, memberId, productId } = review
  const order = await transaction.get('orders', orderId)
  if (order === null) throw new Error(`order ${orderId} is missing`)
  const reviewed = { ...order.reviewed, [lineKey]: mark }
  const changed = { ...order, version: order.version + 1, reviewed }
  await transaction.put('orders', { ...changed, ...foundBy(changed) })
  await recordMemberEvent(transaction, {
    member: memberId,
    event: { kind: 'rate', at: ctx.now },
    entry: { _id: `rate:${review.id}:${mark}`, kind: 'rate', productId, orderId },
    settings,
  })
}

type Said = Pick<WriteReviewInput, 'text' | 'pictures'>

const isSameSaid = (said: Said, input: Said): boolean =>
  said.text === input.text && said.pictures.join(' ') === input.pictures.join(' ')

const isSame = (review: Review, input: WriteReviewInput): boolean =>
  review.stars === input.stars && isSameSaid(review.said, input)
