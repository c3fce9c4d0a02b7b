import type { LineSnapshot } from '@core/contract/orders'
import { nextSpendSteps } from '@core/domain/pricing/next-step'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { Quote, Skipped } from '@core/domain/pricing/quote-types'
import type { Promotion } from '@core/domain/promotions/promotion'
import type { Day } from '@core/kernel/calendar'
import { formatRoundAmount } from '@/copy/numbers'
import { KIND_COPY, promotionCopy, reasonCopy } from '@/copy/promotions'

/** An activity that has to do with what is chosen, and how far it is. */
export type Hint = { id: string; tag: string; words: string; isReached: boolean }

/** More than these nobody reads above a cart. */
const HINTS_MAX = 4

type Seen = { material: PricingInput; bill: Quote; gifts: readonly LineSnapshot[]; today: Day }

/** What the chosen lines have reached of the activities, and what is missing to the next step. */
export function hintsOf(seen: Seen): Hint[] {
  const { promotions } = seen.material
  const hints = promotions.flatMap((rule) => {
    const hint = hintOf(rule, seen)
    return hint ? [hint] : []
  })
  // What can still be had comes before what is had already.
  return hints.sort((a, b) => Number(a.isReached) - Number(b.isReached)).slice(0, HINTS_MAX)
}

/** Prices of single pieces stand on their lines; freight stands beside the total. */
const TOLD: readonly Promotion['kind'][] = ['spendOff', 'gift', 'nthPiece', 'bundle']
const MISSING: readonly Skipped['reason'][] = ['BELOW_THRESHOLD', 'TOO_FEW_PIECES', 'INCOMPLETE']

function hintOf(rule: Promotion, { material, bill, gifts, today }: Seen): Hint | null {
  if (!TOLD.includes(rule.kind) || (rule.kind === 'gift' && rule.isOptional)) return null
  const hint = { id: rule.id, tag: KIND_COPY[rule.kind] }
  const reached = bill.adjustments.find(({ sourceId }) => sourceId === rule.id)
  const next = nextSpendSteps(material, bill).find((step) => step.rule.id === rule.id)
  const words = promotionCopy(rule, today, giftName(rule, gifts))
  if (next) {
    const step = `满 ${yuan(next.fromFen)} 减 ${yuan(next.offFen)}`
    const so = reached ? `已减 ${formatRoundAmount(-reached.fen)}；` : ''
    const missing = `${so}${step}，还差 ${formatRoundAmount(next.missingFen)}`
    return { ...hint, words: missing, isReached: false }
  }
  if (reached) return { ...hint, words: `${words}，${reachedWords(reached.fen)}`, isReached: true }
  const skipped = bill.skipped.find(({ sourceId }) => sourceId === rule.id)
  if (!skipped || !MISSING.includes(skipped.reason)) return null
  const { missingFen = 0 } = skipped
  const missing = missingFen > 0 ? `还差 ${formatRoundAmount(missingFen)}` : reasonCopy(skipped)
  return { ...hint, words: `${words}，${missing}`, isReached: false }
}

const reachedWords = (fen: number) => (fen < 0 ? `已减 ${formatRoundAmount(-fen)}` : '已经送上')

const yuan = (fen: number) => formatRoundAmount(fen).slice(1)

const giftName = (rule: Promotion, gifts: readonly LineSnapshot[]): string | undefined =>
  rule.kind === 'gift' ? gifts.find(({ skuId }) => skuId === rule.skuId)?.title : undefined
