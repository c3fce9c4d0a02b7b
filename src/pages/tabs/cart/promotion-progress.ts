import type { LineSnapshot } from '@core/contract/orders'
import { nextSteps } from '@core/domain/pricing/next-step'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { Quote, SkippedDiscount } from '@core/domain/pricing/quote-types'
import type { Promotion } from '@core/domain/promotions/promotion'
import type { Day } from '@core/kernel/calendar'
import { formatRoundAmount } from '@/copy/numbers'
import { PROMOTION_NAMES, promotionCopy, skipReasonCopy } from '@/copy/promotions'

/** A promotion that covers the chosen lines, and how far it is. */
export type PromotionProgress = { id: string; tag: string; text: string; isReached: boolean }

/** Maximum number of promotions shown above the cart. */
const PROMOTIONS_MAX = 4

type PricedCart = { input: PricingInput; quote: Quote; gifts: readonly LineSnapshot[]; today: Day }

/** What the chosen lines have reached of each promotion, and what is missing to the next step. */
export function promotionProgress(cart: PricedCart): PromotionProgress[] {
  const { promotions } = cart.input
  const progress = promotions.flatMap((rule) => {
    const base = progressOf(rule, cart)
    return base ? [base] : []
  })
  // What can still be reached comes before what has been reached.
  return progress.sort((a, b) => Number(a.isReached) - Number(b.isReached)).slice(0, PROMOTIONS_MAX)
}

/** Piece prices are shown on their lines, freight beside the total. */
const SHOWN_KINDS: readonly Promotion['kind'][] = ['spendOff', 'gift', 'nthPiece', 'bundle']
const INCOMPLETE_REASONS: readonly SkippedDiscount['reason'][] = [
  'BELOW_THRESHOLD',
  'TOO_FEW_PIECES',
  'INCOMPLETE',
]

function progressOf(
  rule: Promotion,
  { input, quote, gifts, today }: PricedCart,
): PromotionProgress | null {
  if (!SHOWN_KINDS.includes(rule.kind) || (rule.kind === 'gift' && rule.isOptional)) return null
  const base = { id: rule.id, tag: PROMOTION_NAMES[rule.kind] }
  const reached = quote.adjustments.find(({ sourceId }) => sourceId === rule.id)
  const next = nextSteps(input, quote).find((step) => step.promotion.id === rule.id)
  const text = promotionCopy(rule, today, giftName(rule, gifts))
  if (next) {
    const step = `满 ${yuan(next.fromFen)} 减 ${yuan(next.offFen)}`
    const reachedPrefix = reached ? `已减 ${formatRoundAmount(-reached.fen)}；` : ''
    const missing = `${reachedPrefix}${step}，还差 ${formatRoundAmount(next.missingFen)}`
    return { ...base, text: missing, isReached: false }
  }
  if (reached) return { ...base, text: `${text}，${reachedCopy(reached.fen)}`, isReached: true }
  const skipped = quote.skipped.find(({ sourceId }) => sourceId === rule.id)
  if (!skipped || !INCOMPLETE_REASONS.includes(skipped.reason)) return null
  const { missingFen = 0 } = skipped
  const missing = missingFen > 0 ? `还差 ${formatRoundAmount(missingFen)}` : skipReasonCopy(skipped)
  return { ...base, text: `${text}，${missing}`, isReached: false }
}

const reachedCopy = (fen: number) => (fen < 0 ? `已减 ${formatRoundAmount(-fen)}` : '已经送上')

const yuan = (fen: number) => formatRoundAmount(fen).slice(1)

const giftName = (rule: Promotion, gifts: readonly LineSnapshot[]): string | undefined =>
  rule.kind === 'gift' ? gifts.find(({ skuId }) => skuId === rule.skuId)?.title : undefined
