import type { LineSnapshot } from '@core/contract/orders'
import { nextSpendSteps } from '@core/domain/pricing/next-step'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { Quote, Skipped } from '@core/domain/pricing/quote-types'
import type { Promotion } from '@core/domain/promotions/promotion'
import type { Day } from '@core/kernel/calendar'
import { formatRoundAmount } from '@/copy/numbers'
import { PROMOTION_NAMES, promotionCopy, skipReasonCopy } from '@/copy/promotions'

/** An activity that has to do with what is chosen, and how far it is. */
export type PromotionProgress = { id: string; tag: string; text: string; isReached: boolean }

/** More than these nobody reads above a cart. */
const PROMOTIONS_MAX = 4

type PricedCart = { input: PricingInput; quote: Quote; gifts: readonly LineSnapshot[]; today: Day }

/** What the chosen lines have reached of the activities, and what is missing to the next step. */
export function promotionProgress(seen: PricedCart): PromotionProgress[] {
  const { promotions } = seen.input
  const hints = promotions.flatMap((rule) => {
    const hint = progressOf(rule, seen)
    return hint ? [hint] : []
  })
  // What can still be had comes before what is had already.
  return hints.sort((a, b) => Number(a.isReached) - Number(b.isReached)).slice(0, PROMOTIONS_MAX)
}

/** Prices of single pieces stand on their lines; freight stands beside the total. */
const SHOWN_KINDS: readonly Promotion['kind'][] = ['spendOff', 'gift', 'nthPiece', 'bundle']
const INCOMPLETE_REASONS: readonly Skipped['reason'][] = ['BELOW_THRESHOLD', 'TOO_FEW_PIECES', 'INCOMPLETE']

function progressOf(rule: Promotion, { input: material, quote: bill, gifts, today }: PricedCart): PromotionProgress | null {
  if (!SHOWN_KINDS.includes(rule.kind) || (rule.kind === 'gift' && rule.isOptional)) return null
  const hint = { id: rule.id, tag: PROMOTION_NAMES[rule.kind] }
  const reached = bill.adjustments.find(({ sourceId }) => sourceId === rule.id)
  const next = nextSpendSteps(material, bill).find((step) => step.rule.id === rule.id)
  const words = promotionCopy(rule, today, giftName(rule, gifts))
  if (next) {
    const step = `满 ${yuan(next.fromFen)} 减 ${yuan(next.offFen)}`
    const so = reached ? `已减 ${formatRoundAmount(-reached.fen)}；` : ''
    const missing = `${so}${step}，还差 ${formatRoundAmount(next.missingFen)}`
    return { ...hint, text: missing, isReached: false }
  }
  if (reached) return { ...hint, text: `${words}，${reachedCopy(reached.fen)}`, isReached: true }
  const skipped = bill.skipped.find(({ sourceId }) => sourceId === rule.id)
  if (!skipped || !INCOMPLETE_REASONS.includes(skipped.reason)) return null
  const { missingFen = 0 } = skipped
  const missing = missingFen > 0 ? `还差 ${formatRoundAmount(missingFen)}` : skipReasonCopy(skipped)
  return { ...hint, text: `${words}，${missing}`, isReached: false }
}

const reachedCopy = (fen: number) => (fen < 0 ? `已减 ${formatRoundAmount(-fen)}` : '已经送上')

const yuan = (fen: number) => formatRoundAmount(fen).slice(1)

const giftName = (rule: Promotion, gifts: readonly LineSnapshot[]): string | undefined =>
  rule.kind === 'gift' ? gifts.find(({ skuId }) => skuId === rule.skuId)?.title : undefined
