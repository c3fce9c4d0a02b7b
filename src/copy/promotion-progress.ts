import type { LineSnapshot } from '@core/contract/orders'
import { nextSteps } from '@core/domain/pricing/next-step'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { Quote, SkippedDiscount } from '@core/domain/pricing/quote-types'
import type { Promotion } from '@core/domain/promotions/promotion'
import { inScope, type Scope, WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import type { Day } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import { formatRoundAmount } from './numbers'
import { PROMOTION_NAMES, promotionCopy, skipReasonCopy } from './promotions'

/** What would take a promotion further: goods of a scope, or certain SKUs, that cost so much. */
export type Gap = { scope: Scope; skuIds?: string[]; fromFen: Fen }

/** A promotion that covers the chosen lines, or free freight, and how far it is. */
export type PromotionProgress = {
  id: string
  tag: string
  text: string
  isReached: boolean
  /** `null` when nothing is missing, or more goods would not help. */
  gap: Gap | null
}

/** Names free freight among the promotions; it is no id of one. */
export const FREIGHT_GAP = ':freight'

type PricedCart = { input: PricingInput; quote: Quote; gifts: readonly LineSnapshot[]; today: Day }

/** What the chosen lines have reached of each promotion, and what is missing to the next step. */
export function promotionProgress(cart: PricedCart): PromotionProgress[] {
  const { promotions } = cart.input
  const progress = [
    ...freightProgress(cart),
    ...promotions.flatMap((rule) => progressOf(rule, cart) ?? []),
  ]
  // What can still be reached comes before what has been reached.
  return progress.sort((a, b) => Number(a.isReached) - Number(b.isReached))
}

/** Piece prices are shown on their lines, freight beside the total. */
const SHOWN_KINDS: readonly Promotion['kind'][] = ['spendOff', 'gift', 'nthPiece', 'bundle']
const INCOMPLETE_REASONS: readonly SkippedDiscount['reason'][] = [
  'BELOW_THRESHOLD',
  'TOO_FEW_PIECES',
  'INCOMPLETE',
]

function progressOf(rule: Promotion, cart: PricedCart): PromotionProgress | null {
  const { input, quote, gifts, today } = cart
  if (!SHOWN_KINDS.includes(rule.kind) || (rule.kind === 'gift' && rule.isOptional)) return null
  const base = { id: rule.id, tag: PROMOTION_NAMES[rule.kind] }
  const reached = quote.adjustments.find(({ sourceId }) => sourceId === rule.id)
  const next = nextSteps(input, quote).find((step) => step.promotion.id === rule.id)
  const text = promotionCopy(rule, today, giftName(rule, gifts))
  if (next) {
    const step = `满 ${yuan(next.fromFen)} 减 ${yuan(next.offFen)}`
    const reachedPrefix = reached ? `已减 ${formatRoundAmount(-reached.fen)}；` : ''
    const missing = `${reachedPrefix}${step}，还差 ${formatRoundAmount(next.missingFen)}`
    return { ...base, text: missing, isReached: false, gap: gapOf(rule, cart, next.missingFen) }
  }
  if (reached) {
    return { ...base, text: `${text}，${reachedCopy(reached.fen)}`, isReached: true, gap: null }
  }
  const skipped = quote.skipped.find(({ sourceId }) => sourceId === rule.id)
  if (!skipped || !INCOMPLETE_REASONS.includes(skipped.reason)) return null
  const { missingFen = 0 } = skipped
  const gap = gapOf(rule, cart, missingFen)
  return { ...base, text: `${text}，${missingCopy(rule, cart, skipped)}`, isReached: false, gap }
}

function missingCopy(rule: Promotion, { input }: PricedCart, skipped: SkippedDiscount): string {
  const { missingFen = 0 } = skipped
  if (missingFen > 0) return `还差 ${formatRoundAmount(missingFen)}`
  if (rule.kind !== 'nthPiece' || skipped.reason !== 'TOO_FEW_PIECES') {
    return skipReasonCopy(skipped)
  }
  const inIt = input.lines.filter((line) => inScope(rule.scope, line))
  return `还差 ${rule.nth - inIt.reduce((sum, { quantity }) => sum + quantity, 0)} 件`
}

/** Any of the goods closes a gap of pieces; of a set it is what is not chosen yet. */
function gapOf(rule: Promotion, { input }: PricedCart, missingFen: Fen): Gap | null {
  if (rule.kind === 'bundle') {
    const missing = rule.parts.filter((part) => piecesOf(input, part.skuId) < part.quantity)
    if (missing.length === 0) return null
    return { scope: WHOLE_SHOP_SCOPE, skuIds: missing.map(({ skuId }) => skuId), fromFen: 0 }
  }
  return 'scope' in rule ? { scope: rule.scope, fromFen: missingFen } : null
}

const piecesOf = ({ lines }: PricingInput, skuId: string): number =>
  lines.filter((line) => line.skuId === skuId).reduce((sum, { quantity }) => sum + quantity, 0)

/** How much more makes freight free, by the zone or by the promotion that asks for the least. */
function freightProgress({ input, quote }: PricedCart): PromotionProgress[] {
  const missingFen = quote.freeFreightMissingFen
  if (missingFen === 0 || quote.freightFen === 0) return []
  const least = quote.skipped.find(
    (one) => one.code === 'FREE_FREIGHT' && one.missingFen === missingFen,
  )
  const rule = input.promotions.find(({ id }) => id === least?.sourceId)
  const scope = rule && 'scope' in rule ? rule.scope : WHOLE_SHOP_SCOPE
  const text = `再买 ${formatRoundAmount(missingFen)} 免运费`
  const gap = { scope, fromFen: missingFen }
  return [{ id: FREIGHT_GAP, tag: '运费', text, isReached: false, gap }]
}

const reachedCopy = (fen: number) => (fen < 0 ? `已减 ${formatRoundAmount(-fen)}` : '已经送上')

const yuan = (fen: number) => formatRoundAmount(fen).slice(1)

const giftName = (rule: Promotion, gifts: readonly LineSnapshot[]): string | undefined =>
  rule.kind === 'gift' ? gifts.find(({ skuId }) => skuId === rule.skuId)?.title : undefined
